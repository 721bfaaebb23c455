using Songthang.Domain.ServiceLevels;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Guide;

/// <summary>The seven steps with the times that hold now.</summary>
static class StepWords
{
    /// <summary>Each step in a line, such as <c>ตรวจสอบรายละเอียด: ไม่เกิน 5 นาทีในเวลาราชการ</c>.</summary>
    public static IReadOnlyList<Phrase> Of(ServiceLevel level) => [.. ManualSteps.All.Select(step =>
    {
        var (name, time) = (step.Name(), Of(level.AllowanceFor(step)));
        return new Phrase($"{name.Thai}: {time.Thai}", $"{name.English}: {time.English}");
    })];

    /// <summary>A time in words.</summary>
    public static Phrase Of(StepAllowance allowed)
    {
        var time = LengthOfTime.Minutes((int)allowed.Time.TotalMinutes);
        return allowed.Kind switch
        {
            KindOfTime.Office => new($"ไม่เกิน {time.Thai}ในเวลาราชการ", $"at most {time.English} of office time"),
            KindOfTime.WorkingDays => new($"ประมาณ {time.Thai}ทำการ", $"about {time.English}, working days"),
            _ => new($"ประมาณ {time.Thai}", $"about {time.English}"),
        };
    }
}
