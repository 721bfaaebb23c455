using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>How a request was repaired, in the words that the settings have for crews and causes.</summary>
static class RepairWords
{
    public static async Task<RepairFacts> RepairInWordsAsync(this CurrentSettings settings, AppDb db, long requestId, CancellationToken cancellationToken) =>
        await db.FindRepairAsync(requestId, cancellationToken) is { } repair
            ? new(repair.Number.ToString(), settings.Get(Topics.Crews).Find(repair.CrewCode)?.Name.Thai ?? repair.CrewCode,
                settings.Get(Topics.Causes).Find(repair.CauseCode)?.Name.Thai ?? repair.CauseCode, repair.Materials)
            : RepairFacts.Unknown;
}
