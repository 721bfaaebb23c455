using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What a label says of a pole.</summary>
/// <param name="CodeNumber">Running number of its code.</param>
/// <param name="Number">As painted on it; may be empty.</param>
public sealed record PoleToLabel(int CodeNumber, string Number)
{
    /// <summary>The code with its check digit.</summary>
    public PoleCode Code => PoleCode.Create(CodeNumber);
}

/// <summary>Reads the poles whose labels are to be printed; bounded.</summary>
/// <param name="db">The database.</param>
public sealed class PolesToLabel(AppDb db)
{
    /// <summary>Most labels at once.</summary>
    public const int Most = 2_000;

    /// <summary>Those of a filter by their painted numbers, as one walks along the road; one more than <see cref="Most"/> when there are more.</summary>
    public Task<List<PoleToLabel>> OfAsync(PoleFilter filter, CancellationToken cancellationToken) => ReadAsync(filter.Apply(db), cancellationToken);

    /// <summary>Those with these running numbers, in the same order; what is unknown is left out.</summary>
    public Task<List<PoleToLabel>> OfAsync(IReadOnlyCollection<int> codeNumbers, CancellationToken cancellationToken) =>
        ReadAsync(db.Poles.AsNoTracking().Where(pole => codeNumbers.Contains(pole.CodeNumber)), cancellationToken);

    static Task<List<PoleToLabel>> ReadAsync(IQueryable<Pole> poles, CancellationToken cancellationToken) => poles
        .OrderBy(pole => pole.NumberOrder).ThenBy(pole => pole.Id).Take(Most + 1)
        .Select(pole => new PoleToLabel(pole.CodeNumber, pole.Number)).ToListAsync(cancellationToken);
}
