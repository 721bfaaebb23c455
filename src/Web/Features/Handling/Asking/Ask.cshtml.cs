using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Handling.Asking;

[Authorize(Policy = Policies.Officers)]
public sealed class AskModel(AskForInformation useCase, AppDb db, TimeProvider time) : ActPage(db, time)
{
    const int LongestAnswerDays = 366;

    public override Act Act => Act.Ask;

    /// <summary>What is most often missing.</summary>
    public static IReadOnlyList<Phrase> Ready { get; } =
    [
        new("กรุณาแจ้งหมายเลขเสาไฟ (ป้ายบนเสา) หรือจุดสังเกตที่ใกล้ที่สุด", "Please tell us the number on the pole or the nearest landmark."),
        new("กรุณาแจ้งตำแหน่งหรือเส้นทางไปยังจุดเกิดเหตุให้ชัดเจนยิ่งขึ้น", "Please describe more exactly where the place is and how to get there."),
        new("กรุณาส่งภาพถ่ายของเสาไฟและบริเวณโดยรอบ", "Please send photos of the pole and its surroundings."),
        new("กรุณาแจ้งว่าไฟดับกี่ดวง และดับตลอดเวลาหรือเป็นบางช่วง", "Please tell us how many lamps are out, and whether always or at times."),
    ];

    [BindProperty]
    public List<int> Ticked { get; set; } = [];

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    [BindProperty]
    public DateOnly? AnswerBy { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Where a browser shows no calendar, people write the year of the Buddhist Era: 543 years would wait for ever.
        var day = AnswerBy is { Year: >= 2400 } typed ? typed.AddYears(-543) : AnswerBy ?? DefaultDay;
        if (day > ThaiDates.BangkokDate(Now).AddDays(LongestAnswerDays))
            ModelState.AddModelError(nameof(AnswerBy), Say.T("กำหนดตอบต้องไม่เกินหนึ่งปี", "The time to answer is at most a year"));
        return SendAsync(
            (by, now) => useCase.RunAsync(
                new Question(Reference, SeenNumber, ReadyWords.Join(Ready, Ticked, Text, AtHand.Requester.Language), day),
                by, now, cancellationToken),
            "ส่งคำถามถึงผู้แจ้งแล้ว", "The question is on its way to the reporter.", cancellationToken);
    }

    protected override void Prefill() => AnswerBy = DefaultDay;

    DateOnly DefaultDay => ThaiDates.BangkokDate(Now).AddDays(ServiceRequest.DefaultAnswerDays);
}
