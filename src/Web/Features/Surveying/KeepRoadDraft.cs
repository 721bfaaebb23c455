using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Surveying;

/// <summary>Keeps a file with roads while somebody looks through what it would do; older ones go.</summary>
public sealed class KeepRoadDraft(AppDb db)
{
    /// <summary>How long one is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>Its key.</summary>
    public async Task<int> RunAsync((string FileName, string Content) input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var before = now - KeptFor;
        await db.RoadDrafts.Where(draft => draft.At < before).ExecuteDeleteAsync(cancellationToken);
        var draft = new RoadDraft
        {
            At = now,
            OfficerId = by.OfficerId ?? throw new ArgumentException("Only an officer looks through a file.", nameof(by)),
            FileName = input.FileName.Length <= 200 ? input.FileName : input.FileName[..200],
            Content = input.Content,
        };
        db.RoadDrafts.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }
}
