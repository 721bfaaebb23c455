using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Privacy;

/// <summary>One request filled to the brim; wherever the public looks, none of what is private may appear.</summary>
public sealed class PublicEyeTests(FilledApp filled) : IClassFixture<FilledApp>
{
    readonly TestApp app = filled.App;

    internal static readonly string[] Private =
    [
        "กาญจนา", "สุขสันต์ทดสอบ", "0898765432", "089-876-5432", "876-5432", "kanchana", "example.org",
        "ความลับของบ้านเลขที่", "ร้านป้าลับ", "ถนนอู่ทอง", "หมู่ที่ 77", "POLE-PRIVATE", "14.35", "100.56",
        "ข้อความถึงผู้แจ้ง", "คำถามเฉพาะตัว", "คำตอบเฉพาะตัว", "บันทึกในสำนักงาน", "โทรคุยแล้ว", "สมศรี", "0123456789abcdef",
    ];

    [Theory]
    [InlineData("/")]
    [InlineData("/reports")]
    [InlineData("/reports?status=waiting&amphoe=1401&tambon=140101&fault=wire_down")]
    [InlineData("/reports/{ref}")]
    [InlineData("/api/v1/requests")]
    [InlineData("/api/v1/requests/{ref}")]
    [InlineData("/api/v1/requests/{ref}/timeline")]
    [InlineData("/track?reference={ref}")]
    [InlineData("/open311/v2/requests.json?extensions=true")]
    [InlineData("/open311/v2/requests.xml?page=1&updated_after=2026-01-01")]
    [InlineData("/open311/v2/requests/{ref}.json?extensions=true")]
    [InlineData("/open311/v2/requests/{ref}.xml")]
    [InlineData("/open311/v2/tokens/{ref}.json")]
    [InlineData("/open311/v2/servicerequestupdates.json?extensions=true")]
    [InlineData("/open311/v2/servicerequestupdates.xml?service_request_id={ref}")]
    public async Task Public_never_sees_the_reporter(string address)
    {
        var request = filled.Request;
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync(address.Replace("{ref}", request.Reference, StringComparison.Ordinal));

        Assert.Contains(request.Reference, page.Text, StringComparison.Ordinal);
        var body = page.Text.StartsWith('[') || page.Text.StartsWith("<?xml", StringComparison.Ordinal) ? page.Text : page.Html.DocumentElement.OuterHtml;
        Assert.All([.. Private, request.Secret], secret => Assert.DoesNotContain(secret, body, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Public_figures_tell_of_nobody()
    {
        var request = filled.Request;
        using var visitor = app.NewVisitor();

        var body = (await visitor.GetAsync("/statistics")).Html.DocumentElement.OuterHtml;

        Assert.All([.. Private, request.Secret], secret => Assert.DoesNotContain(secret, body, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("กาญจนา")]
    [InlineData("สุขสันต์ทดสอบ")]
    [InlineData("0898765432")]
    [InlineData("089 876 5432")]
    [InlineData("kanchana@example.org")]
    [InlineData("ความลับ")]
    [InlineData("ป้าลับ")]
    [InlineData("POLE-PRIVATE")]
    [InlineData("ถนนอู่ทอง")]
    [InlineData("คำตอบเฉพาะตัว")]
    [InlineData("บันทึกในสำนักงาน")]
    public async Task Public_cannot_find_by_what_is_private(string words)
    {
        var request = filled.Request;
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/reports?q={Uri.EscapeDataString(words)}");

        Assert.DoesNotContain(request.Reference, page.Text, StringComparison.Ordinal);
        Assert.True(page.Has(".empty"));
    }

    [Fact]
    public async Task Words_that_an_officer_keeps_back_stay_hidden_after_the_check()
    {
        // Its place may be read, so that it cannot lie beside the one whose place may not.
        await using var own = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(own, it => Fill(it).Checked(publicSymptom: null));
        using var visitor = own.NewVisitor();

        Assert.DoesNotContain("ความลับของบ้านเลขที่", (await visitor.GetAsync($"/reports/{request.Reference}")).Text, StringComparison.Ordinal);
        Assert.True((await visitor.GetAsync("/reports?q=ความลับ")).Has(".empty"));
    }

    internal static Task<ServiceRequest> FullAsync(TestApp app) => Given.ARequestAsync(app, it => Fill(it)
        .Opened().Noted("บันทึกในสำนักงาน").Called("โทรคุยแล้ว").Asked("คำถามเฉพาะตัว").Answered("คำตอบเฉพาะตัว", "fedcba9876543210")
        .Then((request, at) => request.RecordNotice(1, "email kanchana@example.org", at)));

    internal static Story Fill(Story story) => story.Sent(_ => new Submission(
        "", "own-secret-0123456789abcdef"[..26], "wire_down", "ความลับของบ้านเลขที่ 55", null,
        new Place("140101", "ถนนอู่ทอง", "ร้านป้าลับ", "77", "POLE-PRIVATE", 14.359_91, 100.569_94),
        new Requester("กาญจนา สุขสันต์ทดสอบ", "0898765432", "kanchana@example.org", ToldBy.Email, "th"),
        IntakeChannel.Web, ["0123456789abcdef0123456789abcdef"]));
}

/// <summary>A program with the one request. Who looks changes nothing, so that all may look at the same.</summary>
public sealed class FilledApp : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public ServiceRequest Request { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await TestApp.StartAsync();
        Request = await PublicEyeTests.FullAsync(App);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
