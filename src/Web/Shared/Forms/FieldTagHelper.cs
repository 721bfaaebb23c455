using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Songthang.Web.Shared.Forms;

/// <summary>
/// Label, hint and mistake around an input: <c>&lt;field for="Phone" label="…" hint="…"&gt;&lt;input asp-for="Phone"
/// /&gt;&lt;/field&gt;</c>. With <c>group</c> it is a fieldset with a legend, for radios and tick-boxes.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label")]
public sealed class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }
    public bool Group { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = FieldParts.Of(For, ViewContext, Hint);
        context.Items[typeof(FieldParts)] = parts;
        var content = await output.GetChildContentAsync();

        output.TagName = Group ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", $"field {(parts.Mistake is null ? "" : "field-wrong ")}{output.Attributes["class"]?.Value}".TrimEnd());
        var label = new TagBuilder(Group ? "legend" : "label");
        if (Group)
        {
            // The summary of mistakes leads here.
            output.Attributes.SetAttribute("id", parts.Id);
            output.Attributes.SetAttribute("tabindex", "-1");
            if (parts.DescribedBy is { } described) output.Attributes.SetAttribute("aria-describedby", described);
        }
        else
        {
            label.AddCssClass("form-label");
            label.Attributes["for"] = parts.Id;
        }
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(label);
        if (Hint is not null) output.Content.AppendHtml(Line("form-text", parts.HintId, Hint));
        if (parts.Mistake is not null) output.Content.AppendHtml(Line("field-error", parts.ErrorId, parts.Mistake));
        output.Content.AppendHtml(content);
    }

    static TagBuilder Line(string style, string id, string text)
    {
        var line = new TagBuilder("p");
        line.AddCssClass(style);
        line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        return line;
    }
}

/// <summary>Ties the control inside a <c>field</c> to its hint and mistake.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
public sealed class FieldControlTagHelper : TagHelper
{
    /// <summary>After the framework's own helper, which sets id, name and value.</summary>
    public override int Order => 1;

    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FieldParts), out var found) || found is not FieldParts parts) return;
        var type = output.Attributes["type"]?.Value?.ToString();
        if (type is "hidden" || parts.Name != FieldParts.NameOf(For, ViewContext)) return;
        var style = type is "radio" or "checkbox" ? "form-check-input" : output.TagName == "select" ? "form-select" : "form-control";
        var wrong = parts.Mistake is null ? "" : " is-invalid";
        var own = output.Attributes["class"]?.Value?.ToString()?.Replace("input-validation-error", "", StringComparison.Ordinal).Trim();
        output.Attributes.SetAttribute("class", $"{style}{wrong} {own}".TrimEnd());
        if (parts.Mistake is not null) output.Attributes.SetAttribute("aria-invalid", "true");
        // A radio is described by its group.
        if (type is not ("radio" or "checkbox") && parts.DescribedBy is { } described)
            output.Attributes.SetAttribute("aria-describedby", described);
    }
}

/// <summary>What a <c>field</c> and the control inside it must agree on.</summary>
sealed record FieldParts(string Name, string Id, string? Mistake, bool HasHint)
{
    public string HintId => $"{Id}-hint";
    public string ErrorId => $"{Id}-error";

    public string? DescribedBy => (HasHint, Mistake is not null) switch
    {
        (true, true) => $"{HintId} {ErrorId}",
        (true, false) => HintId,
        (false, true) => ErrorId,
        _ => null,
    };

    public static FieldParts Of(ModelExpression expression, ViewContext view, string? hint)
    {
        var name = NameOf(expression, view);
        var mistake = view.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        return new FieldParts(name, IdOf(name), mistake, hint is not null);
    }

    public static string NameOf(ModelExpression expression, ViewContext view) =>
        view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
