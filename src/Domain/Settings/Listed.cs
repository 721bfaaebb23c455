namespace Songthang.Domain.Settings;

/// <summary>One line of a list in the settings. It is never removed, only no longer offered: history keeps its name.</summary>
public interface IListed
{
    /// <summary>Stable code in storage, unique in its list.</summary>
    string Code { get; }

    /// <summary>Whether it is offered for new things.</summary>
    bool InUse { get; }
}

/// <summary>A list of the settings, in the order in which it is offered.</summary>
/// <param name="All">Every line, also those no longer offered.</param>
/// <typeparam name="T">What a line is.</typeparam>
public sealed record Listed<T>(IReadOnlyList<T> All) where T : class, IListed
{
    /// <summary>The lines that are offered.</summary>
    public IEnumerable<T> Offered() => All.Where(line => line.InUse);

    /// <summary>The line with this code, offered or not; null when there is none.</summary>
    public T? Find(string? code) => All.FirstOrDefault(line => line.Code == code);
}
