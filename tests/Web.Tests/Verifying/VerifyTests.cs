using Microsoft.EntityFrameworkCore;
using Songthang.Web.Features.Verifying;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Verifying;

public sealed class VerifyTests : IAsyncLifetime
{
    TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        for (var i = 0; i < 3; i++)
            await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 9).Opened().Checked("ไฟดับ").Accepted("จะเข้าซ่อม").After(days: 2).Started().Completed());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_was_written_by_the_program_is_whole()
    {
        var proof = await ProveAsync();

        Assert.Equal((3, 18), (proof.Requests, proof.Entries));
        Assert.Empty(proof.Broken);
    }

    [Theory]
    [InlineData("UPDATE timeline_entries SET text = text || ' ' WHERE service_request_id = 2 AND number = 4", 4)]
    [InlineData("UPDATE timeline_entries SET audience = 'Public' WHERE service_request_id = 2 AND number = 4", 4)]
    [InlineData("DELETE FROM timeline_entries WHERE service_request_id = 2 AND number = 3", 3)]
    [InlineData("DELETE FROM timeline_entries WHERE service_request_id = 2 AND number = 6", 6)]
    public async Task One_changed_byte_or_removed_entry_is_found_and_located(string tampering, int number)
    {
        await app.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(tampering));
        var reference = await app.WithDbAsync(db => db.ServiceRequests.Where(request => request.Id == 2).Select(request => request.Reference).SingleAsync());

        Assert.Equal([new BrokenTimeline(reference, number)], (await ProveAsync()).Broken);
    }

    Task<TimelineProof> ProveAsync() => app.WithAsync<VerifyTimelines, TimelineProof>(verify => verify.RunAsync(CancellationToken.None));
}
