using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Songthang.Benchmarks.Map;
using Songthang.Domain.Figures;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Sums;

namespace Songthang.Benchmarks.Figures;

/// <summary>
/// The sums of made requests as the program would have kept and folded them, of ten officers, four crews, twelve causes and ten
/// materials, and changes in the order of the keys. The same requests make the same sums.
/// </summary>
static class MadeFigures
{
    const int Officers = 10, Crews = 4, Causes = 12, Materials = 10;

    public static Func<AppDb, Task> Of(MadeData data) => async db =>
    {
        var isPostgres = db.Database.IsNpgsql();
        var sums = new SumChanges();
        var random = new Random(2569);
        foreach (var request in data.Requests)
            Count(sums, request, random);
        var fresh = isPostgres ? "f" : "0";
        var connection = db.Database.GetDbConnection();
        foreach (var table in (string[])["daily_sums", "step_sums", "work_sums"])
            await RunAsync(db, $"DELETE FROM {table}");
        await MadeDatabase.BringAsync(connection, "daily_sums", "span, amphoe_code, fault_code, channel, is_fresh, received, done, forwarded, declined, merged, withdrawn, reopened, completed, kept, ratings, fixed, points",
            sums.Days.Select(sum => (string[])[Text(sum.Span), sum.AmphoeCode, sum.FaultCode, sum.Channel, fresh, Text(sum.Received), Text(sum.Done), Text(sum.Forwarded), Text(sum.Declined),
                Text(sum.Merged), Text(sum.Withdrawn), Text(sum.Reopened), Text(sum.Completed), Text(sum.Kept), Text(sum.Ratings), Text(sum.Fixed), Text(sum.Points)]));
        await MadeDatabase.BringAsync(connection, "step_sums", "span, cut, step, place, is_fresh, count, kept",
            sums.Steps.Select(sum => (string[])[Text(sum.Span), sum.Cut, Text(sum.Step), Text(sum.Place), fresh, Text(sum.Count), Text(sum.Kept)]));
        await MadeDatabase.BringAsync(connection, "work_sums", "span, cut, code, name_thai, name_english, unit_thai, unit_english, is_fresh, received, done, open, reopened, repaired, not_repaired, quantity, unpriced, satang",
            sums.Work.Rows.Select(sum => (string[])[Text(sum.Span), sum.Cut.ToString(), sum.Code, sum.NameThai, sum.NameEnglish, sum.UnitThai, sum.UnitEnglish, fresh, Text(sum.Received), Text(sum.Done),
                Text(sum.Open), Text(sum.Reopened), Text(sum.Repaired), Text(sum.NotRepaired), Text(sum.Quantity), Text(sum.Unpriced), Text(sum.Satang)]));
        await RunAsync(db, isPostgres
            ? "UPDATE service_requests SET public_changed_at = to_timestamp(1701388800 + id * 90), updated_at = to_timestamp(1701388800 + id * 90), completed_at = CASE status WHEN 'Completed' THEN to_timestamp(1701388800 + id * 90) END"
            : "UPDATE service_requests SET public_changed_at = datetime(1701388800 + id * 90, 'unixepoch'), updated_at = datetime(1701388800 + id * 90, 'unixepoch'), completed_at = CASE status WHEN 'Completed' THEN datetime(1701388800 + id * 90, 'unixepoch') END");
    };

    static void Count(SumChanges sums, MadeRequest request, Random random)
    {
        var status = request.Tally.Status;
        var isDone = status == ServiceRequestStatus.Completed;
        var worked = random.Next(2 * 60, 10 * 24 * 60);
        var day = ThaiDates.BangkokDate(request.SubmittedAt.AddMinutes(worked));
        sums.Add(null, new RequestTally(
            ThaiDates.BangkokDate(request.SubmittedAt), request.Tally.TambonCode[..4], request.Tally.FaultCode, (IntakeChannel)random.Next(4),
            status.IsOpen() ? null : status, random.Next(20) == 0, isDone ? day : null,
            isDone ? [.. ManualSteps.All.Select(step => new StepTaken(step, step == ManualStep.DoWork ? worked : 1 + (int)(40 * Math.Pow(random.NextDouble(), 3)), random.Next(5) > 0))] : [],
            isDone && random.Next(5) == 0 ? [new GivenRating(day, 1 + random.Next(5), random.Next(10) > 0)] : []));
        sums.Work.Count(request.SubmittedAt, WorkChanges.Officer(1 + random.Next(Officers), status, random.Next(20) == 0 ? 1 : 0), 1);
        if (!isDone)
            return;
        var at = request.SubmittedAt.AddMinutes(worked);
        sums.Work.Count(at, new() { Cut = WorkCut.Crew, Code = $"crew-{random.Next(Crews)}", Repaired = 1 }, 1);
        sums.Work.Count(at, new() { Cut = WorkCut.Cause, Code = $"cause-{random.Next(Causes)}", Repaired = 1 }, 1);
        var material = $"material-{random.Next(Materials)}";
        sums.Work.Count(at, new() { Cut = WorkCut.Material, Code = material, NameThai = material, NameEnglish = material, UnitThai = "ชิ้น", UnitEnglish = "piece", Quantity = 2, Satang = 179_00 }, 1);
    }

    // Names of tables, from here alone.
    static Task RunAsync(AppDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql);

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
