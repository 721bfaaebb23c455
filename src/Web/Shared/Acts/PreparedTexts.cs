using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Shared.Acts;

/// <summary>The message templates of the settings, filled with what is known of a request.</summary>
public sealed class PreparedTexts(CurrentSettings settings, IOptions<Agency> agency, Province province)
{
    /// <summary>What is offered for a purpose, in the order of the settings.</summary>
    public IReadOnlyList<MessageTemplate> Offered(TemplateUse use) =>
        [.. settings.Get(Topics.Templates).Offered().Where(template => template.Use == use)];

    /// <summary>The text of a template for the requester; null when there is none with this code for this purpose.</summary>
    /// <param name="code">As the address says, may be anything.</param>
    /// <param name="use">What the text is for.</param>
    /// <param name="request">Whose facts are filled in.</param>
    /// <param name="language">The requester's unless given, such as Thai for what everyone reads.</param>
    public string? Fill(string? code, TemplateUse use, RequestAtHand request, string? language = null) =>
        Offered(use).FirstOrDefault(template => template.Code == code) is { } chosen ? Fill(chosen.Text, request, language) : null;

    /// <summary>A text with its placeholders filled in. Nothing about the requester is among them.</summary>
    public string Fill(Phrase text, RequestAtHand request, string? language = null)
    {
        language ??= request.Requester.Language;
        return MessageTemplate.Fill(text.In(language), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["reference"] = request.Reference,
            ["fault"] = settings.FaultTypes.NameOf(request.FaultCode).In(language),
            ["place"] = request.Place.InWords(province, language) is { Length: > 0 } place
                ? place
                : new Phrase("จุดที่แจ้ง", "the place reported").In(language),
            ["reported"] = ThaiDates.LongDate(request.SubmittedAt, language),
            ["allowed"] = settings.ServiceLevel.AllowanceFor(ManualStep.DoWork).InWords().In(language),
            ["agency"] = agency.Value.Name.Phrase.In(language),
            ["phone"] = agency.Value.Phone,
        });
    }
}

/// <summary>Templates to choose from above a text field: plain links to the same page.</summary>
/// <param name="Offered">What can be chosen.</param>
/// <param name="Page">The act's page, which reads the choice from its address.</param>
public sealed record TemplateChoice(IReadOnlyList<MessageTemplate> Offered, ActPage Page);
