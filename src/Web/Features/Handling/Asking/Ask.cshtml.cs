using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Asking;

[Authorize(Policy = Policies.Officers)]
public sealed class AskModel(AskForInformation useCase, PreparedTexts texts, AppDb db, TimeProvider time) : ActPage(db, time)
{
    public override Act Act => Act.Ask;

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    /// <summary>Codes of <see cref="WantedItem"/>.</summary>
    [BindProperty]
    public List<string> Wanted { get; set; } = [];

    [BindProperty]
    public DateOnly? AnswerBy { get; set; }

    public DateOnly FirstDay => Today.AddDays(1);

    public DateOnly LastDay => Today.AddDays(ServiceRequest.MaxAnswerDays);

    public TemplateChoice Templates => new(texts.Offered(TemplateUse.Ask), this);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Where a browser shows no calendar, people write the year of the Buddhist Era: 543 years would wait for ever.
        var day = AnswerBy is { Year: >= 2400 } typed ? typed.AddYears(-543) : AnswerBy ?? DefaultDay;
        if (ModelState[nameof(AnswerBy)] is null or { Errors.Count: 0 } && (day < FirstDay || day > LastDay))
        {
            ModelState.AddModelError(nameof(AnswerBy), Say.T(
                $"กรุณาเลือกวันที่ {ThaiDates.LongDate(FirstDay)} ถึง {ThaiDates.LongDate(LastDay)}",
                $"Please choose a day from {ThaiDates.LongDate(FirstDay, "en")} to {ThaiDates.LongDate(LastDay, "en")}"));
        }

        return SendAsync(
            (by, now) => useCase.RunAsync(new Question(Reference, SeenNumber, Text ?? "", day, Wanted), by, now, cancellationToken),
            "ส่งคำถามถึงผู้แจ้งแล้ว", "The question is on its way to the reporter.", cancellationToken);
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected override void Prefill() => (Text, AnswerBy) = (texts.Fill(Template, TemplateUse.Ask, AtHand), DefaultDay);

    DateOnly Today => ThaiDates.BangkokDate(Now);

    DateOnly DefaultDay => Today.AddDays(ServiceRequest.DefaultAnswerDays);
}
