using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Songthang.Web.Shared.Forms;

/// <summary><c>&lt;error-summary /&gt;</c> on top of a form: every mistake, each leading to its field.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ModelState;
        if (state.ErrorCount == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-error-summary", "");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");

        var title = new TagBuilder("h2");
        title.Attributes["id"] = "error-summary-title";
        title.InnerHtml.Append(Say.T("กรุณาตรวจสอบข้อมูลต่อไปนี้", "Please check the following"));
        var list = new TagBuilder("ul");
        var order = Names(ViewContext.ViewData.ModelMetadata, "", state).ToList();
        var mistakes = from field in state
                       orderby order.IndexOf(field.Key)
                       from mistake in field.Value?.Errors ?? []
                       select Item(field.Key, mistake.ErrorMessage);
        foreach (var mistake in mistakes) list.InnerHtml.AppendHtml(mistake);
        output.Content.AppendHtml(title).AppendHtml(list);
    }

    /// <summary>The fields' names in the order of the input's properties, which is the order of the page.</summary>
    static IEnumerable<string> Names(ModelMetadata model, string prefix, ModelStateDictionary state) =>
        model.Properties.SelectMany(property =>
        {
            var name = prefix + property.PropertyName;
            var holdsMore = state.Keys.Any(key => key.StartsWith(name + ".", StringComparison.Ordinal));
            return holdsMore ? Names(property, name + ".", state).Prepend(name) : [name];
        });

    static TagBuilder Item(string name, string message)
    {
        var item = new TagBuilder("li");
        if (name.Length == 0)
        {
            item.InnerHtml.Append(message);
            return item;
        }
        var link = new TagBuilder("a");
        link.Attributes["href"] = $"#{FieldParts.IdOf(name)}";
        link.InnerHtml.Append(message);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
