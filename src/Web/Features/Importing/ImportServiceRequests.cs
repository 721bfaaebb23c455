using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Importing;

/// <summary>A register to take over.</summary>
/// <param name="File">CSV in UTF-8 with the columns of <c>data/sample-reports.csv</c>.</param>
/// <param name="ShiftToYesterday">Demo only: move all dates so that the newest report is of yesterday.</param>
public sealed record RegisterFile(Stream File, bool ShiftToYesterday = false);

/// <summary>What became of it: problems, or how many rows were added and how many were there already.</summary>
public sealed record ImportResult(IReadOnlyList<ImportProblem> Problems, int Added, int Known);

/// <summary>
/// Takes over an older register as history: all of it or nothing, and nothing twice. Goes through the same verbs as
/// live requests; nobody is notified. The register knows days, not times, so all steps of a day share one moment.
/// </summary>
public sealed class ImportServiceRequests(AppDb db, Province province, FaultTypes faults)
{
    public async Task<ImportResult> RunAsync(RegisterFile input, DateTime now, CancellationToken cancellationToken)
    {
        var today = ThaiDates.BangkokDate(now);
        var reader = new RegisterReader(province, faults, today);
        var rows = reader.Read(input.File);
        if (reader.Problems.Count > 0)
            return new([.. reader.Problems.OrderBy(problem => problem.Line)], 0, 0);
        var shift = input.ShiftToYesterday && rows.Count > 0 ? today.DayNumber - 1 - rows.Max(row => row.ReportedOn.DayNumber) : 0;
        await using var transaction = await db.BeginLongAsync(cancellationToken);
        var added = await AddNewAsync(rows, shift, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new([], added, rows.Count - added);
    }

    async Task<int> AddNewAsync(List<RegisterRow> rows, int shift, DateTime now, CancellationToken cancellationToken)
    {
        var known = await KnownKeysAsync(rows.ConvertAll(KeyOf), cancellationToken);
        var added = new Dictionary<int, ServiceRequest>();
        var fresh = rows.Where(row => !known.Contains(KeyOf(row))).OrderBy(row => row.ReportedOn).ThenBy(row => row.Row).ToList();
        // A main request needs its key before a duplicate can point to it.
        foreach (var wave in (IEnumerable<RegisterRow>[])[fresh.Where(row => row.MainRow is null || row.Status != ServiceRequestStatus.Duplicate), fresh.Where(row => row.Status == ServiceRequestStatus.Duplicate)])
        {
            foreach (var row in wave)
            {
                var story = new RegisterStory(row, faults, shift, now);
                var request = story.Submit(await NextReferenceAsync(story.Reported, cancellationToken), NewSecret(), KeyOf(row));
                story.Tell(request, row.MainRow is { } main ? added.GetValueOrDefault(main) ?? await FindMainAsync(rows, main, cancellationToken) : null);
                db.ServiceRequests.Add(request);
                added[row.Row] = request;
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        return added.Count;
    }

    async Task<ServiceRequest?> FindMainAsync(List<RegisterRow> rows, int main, CancellationToken cancellationToken)
    {
        var key = KeyOf(rows.First(row => row.Row == main));
        return await db.ServiceRequests.AsNoTracking().SingleOrDefaultAsync(request => request.ImportKey == key, cancellationToken);
    }

    async Task<HashSet<string>> KnownKeysAsync(List<string> keys, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in keys.Chunk(500))
            known.UnionWith(await db.ServiceRequests.Where(request => some.Contains(request.ImportKey)).Select(request => request.ImportKey!).ToListAsync(cancellationToken));
        return known;
    }

    async Task<string> NextReferenceAsync(DateTime reported, CancellationToken cancellationToken)
    {
        var year = ThaiDates.BuddhistYear(reported);
        return Reference.Create(year, await db.NextReferenceNumberAsync(year, cancellationToken)).ToString();
    }

    static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));

    /// <summary>The same line of the same register, wherever it stands in the file.</summary>
    static string KeyOf(RegisterRow row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f',
        row.Row, row.ReportedOn.DayNumber, row.Fault.Code, row.Symptom, row.Place.Landmark, row.Place.TambonCode, row.Requester.Phone))));
}
