namespace Songthang.Infrastructure.Persistence;

/// <summary>A filter of the inbox that an officer gave a name.</summary>
public sealed class SavedFilter
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 60;

    /// <summary>Longest query, in characters.</summary>
    public const int MaxQuery = 1000;

    /// <summary>Most filters of one officer: more than that is a list to search in.</summary>
    public const int MostOfOne = 20;

    /// <summary>Key in storage.</summary>
    public int Id { get; set; }

    /// <summary>The account that saved it.</summary>
    public int OfficerId { get; set; }

    /// <summary>As the officer calls it; one name once for each officer.</summary>
    public string Name { get; set; } = "";

    /// <summary>The list's address after its question mark; empty for the plain list.</summary>
    public string Query { get; set; } = "";

    /// <summary>Opens with the inbox; at most one of an officer's.</summary>
    public bool IsDefault { get; set; }

    /// <summary>The whole team sees it.</summary>
    public bool IsShared { get; set; }
}
