using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Web.Features.Importing;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Importing;

public sealed class ImportTests : IAsyncLifetime
{
    const string Heading = "row,reported_on,fault_type,symptom,place,tambon_code,tambon_th,amphoe_th,lat,lon,pole_number,status,completed_on,reporter_name,reporter_phone,channel,note";

    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_sample_register_becomes_history_with_every_state()
    {
        var result = await ImportAsync(await SampleAsync());

        Assert.Empty(result.Problems);
        Assert.Equal((60, 0), (result.Added, result.Known));
        var requests = await AllAsync();
        Assert.Equal(60, requests.Count);
        Assert.Equal(Enum.GetValues<ServiceRequestStatus>(), requests.Select(request => request.Status).Distinct().Order());
        var first = requests.Single(request => request.Place.PoleNumber == "อบจ.อย. 15-58");
        Assert.Equal("65", first.Reference[..2]);
        Assert.Equal(new DateOnly(2022, 9, 13), ThaiDates.BangkokDate(first.SubmittedAt));
        Assert.Equal("หน้า รพ.สต. หมู่ 3", requests.Single(request => request.Place.TambonCode == "141506").Place.Landmark);
        var completed = requests.Single(request => request.Place.PoleNumber == "1-5");
        Assert.Equal(new DateOnly(2022, 7, 5), ThaiDates.BangkokDate(completed.CompletedAt!.Value));
        Assert.Null(completed.DueAt);
    }

    [Fact]
    public async Task A_duplicate_points_to_its_main_request()
    {
        await ImportAsync(await SampleAsync());

        var requests = await AllAsync();
        var duplicate = requests.Single(request => request.Status == ServiceRequestStatus.Duplicate);
        var main = requests.Single(request => request.Id == duplicate.MergedIntoId);
        Assert.StartsWith("ไฟดับ 5 ต้น", main.Symptom, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_register_again_adds_nothing()
    {
        await ImportAsync(await SampleAsync());
        var again = await ImportAsync(await SampleAsync());

        Assert.Equal((0, 60), (again.Added, again.Known));
        Assert.Equal(60, (await AllAsync()).Count);
    }

    [Fact]
    public async Task A_longer_register_adds_only_what_is_new()
    {
        await ImportAsync(Lines(Row(1)));
        var again = await ImportAsync(Lines(Row(1), Row(2, symptom: "ไฟกะพริบ")));

        Assert.Equal((1, 1), (again.Added, again.Known));
    }

    [Fact]
    public async Task History_tells_nobody()
    {
        await ImportAsync(await SampleAsync());

        Assert.Equal(0, await app.WithDbAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Every_problem_is_reported_with_line_and_column_and_nothing_is_taken_over()
    {
        var result = await ImportAsync(Lines(
            Row(1),
            Row(2, reported: "31/12/2565", fault: "broken"),
            Row(3, status: "Completed"),
            Row(4, phone: "12345", tambon: "999999"),
            Row(5, status: "Duplicate", note: "รวมกับเรื่องแถวที่ 77"),
            Row(1, symptom: "ซ้ำ")));

        Assert.Equal(
            [(3, "fault_type"), (3, "reported_on"), (4, "completed_on"), (5, "reporter_phone"), (5, "tambon_code"), (6, "note"), (7, "row")],
            result.Problems.Select(problem => (problem.Line, problem.Column)).Order());
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task Contact_data_is_not_repeated_in_a_problem()
    {
        var result = await ImportAsync(Lines(Row(1, phone: "555-123-99999")));

        Assert.DoesNotContain("555", Assert.Single(result.Problems).Sentence.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_needed_column_is_refused_by_the_columns_name()
    {
        var result = await ImportAsync(Encoding.UTF8.GetBytes(Heading.Replace("symptom", "อาการ", StringComparison.Ordinal) + "\n"));

        Assert.Equal((1, "symptom"), (Assert.Single(result.Problems).Line, result.Problems[0].Column));
    }

    [Fact]
    public async Task A_file_in_Windows_874_is_recognised()
    {
        byte[] thai = [.. Encoding.ASCII.GetBytes(Heading + "\n1,2026-01-05,lamp_out,"), 0xE4, 0xBF, 0xB4, 0xD1, 0xBA, 0xB7, 0xD1, 0xE9, 0xA7, .. ",x\n"u8];
        var result = await ImportAsync(thai);

        Assert.Contains("Windows-874", Assert.Single(result.Problems).Sentence.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_moves_the_newest_report_to_yesterday_and_loads_once()
    {
        var now = app.Time.GetUtcNow().UtcDateTime;
        Assert.Equal(60, await app.WithAsync<LoadDemo, int>(demo => demo.RunAsync(now, CancellationToken.None)));
        Assert.Equal(0, await app.WithAsync<LoadDemo, int>(demo => demo.RunAsync(now, CancellationToken.None)));

        var newest = (await AllAsync()).Max(request => request.SubmittedAt);
        Assert.Equal(ThaiDates.BangkokDate(now).AddDays(-1), ThaiDates.BangkokDate(newest));
    }

    Task<ImportResult> ImportAsync(byte[] file) => app.WithAsync<ImportServiceRequests, ImportResult>(
        import => import.RunAsync(new(new MemoryStream(file)), app.Time.GetUtcNow().UtcDateTime, CancellationToken.None));

    Task<List<ServiceRequest>> AllAsync() => app.WithDbAsync(db => db.ServiceRequests.Include(request => request.Timeline).AsNoTracking().ToListAsync());

    static async Task<byte[]> SampleAsync()
    {
        using var sample = ReferenceData.SampleReports();
        return Encoding.UTF8.GetBytes(await sample.ReadToEndAsync());
    }

    static byte[] Lines(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', [Heading, .. rows]));

    static string Row(
        int number, string reported = "2026-01-05", string fault = "lamp_out", string symptom = "ไฟดับ", string tambon = "140101",
        string status = "Submitted", string phone = "081-000-1001", string note = "") =>
        $"{number},{reported},{fault},{symptom},หน้าวัด,{tambon},,,14.35,100.56,,{status},,ผู้แจ้งทดสอบ,{phone},web,{note}";
}
