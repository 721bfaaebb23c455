using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Own;

namespace Songthang.Web.Features.Rating;

/// <summary>Asks the requester how satisfied they are with the repair.</summary>
public sealed class RateModel(OwnServiceRequests requests, RateRepair rate, TimeProvider time) : OwnActPage(requests, time)
{
    /// <summary>The choices, the best first.</summary>
    public static IReadOnlyList<(int Value, Phrase Words)> Choices { get; } =
    [
        (5, new("5 พอใจมาก", "5 Very satisfied")),
        (4, new("4 พอใจ", "4 Satisfied")),
        (3, new("3 ปานกลาง", "3 Neither")),
        (2, new("2 ไม่ค่อยพอใจ", "2 Not quite satisfied")),
        (1, new("1 ไม่พอใจ", "1 Not satisfied")),
    ];

    [BindProperty, Needed("กรุณาเลือกว่าใช้ได้แล้วหรือไม่", "Please say whether it works")]
    public bool? Fixed { get; set; }

    [BindProperty, Needed("กรุณาเลือกคะแนน", "Please choose a rating")]
    public int? Satisfaction { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Comment { get; set; }

    public override bool IsPossible => Found is not null && (Main is null ? Found.MayRate : Found.MayRateRepairOf(Main));

    public override string? Typed => Comment;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        var mayReopen = Workflow.MayReopen((Main ?? Found)?.CompletedAt, Now);
        var answer = await SendAsync(
            (by, now) => rate.RunAsync(new RepairRating(Secret, Fixed!.Value, Satisfaction!.Value, Comment), by, now, cancellationToken),
            "ขอบคุณที่ให้คะแนนการซ่อม", "Thank you for rating the repair.", cancellationToken);
        if (answer is not LocalRedirectResult || Fixed == true || !mayReopen)
            return answer;
        this.ShowNext("ขอบคุณที่แจ้งให้ทราบ กรุณาบอกว่ายังมีสิ่งใดไม่เรียบร้อย แล้วส่งให้ตรวจสอบอีกครั้ง",
            "Thank you for telling us. Please say what is still wrong, and we will look at it again.");
        return LocalRedirect("~" + Links.ReopenOwn(Secret));
    }
}
