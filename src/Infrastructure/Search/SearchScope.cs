namespace Songthang.Infrastructure.Search;

/// <summary>In which of the folded texts beside a request a search looks.</summary>
public enum SearchScope
{
    /// <summary>All that officers may find: the citizen's words, name and telephone too.</summary>
    Officers,

    /// <summary>What the public list shows, nothing personal.</summary>
    Public,
}

/// <summary>The columns of <c>service_requests</c> that hold the folded texts.</summary>
public static class SearchColumns
{
    /// <summary>The property of <see cref="SearchScope.Officers"/>.</summary>
    public const string SearchText = nameof(SearchText);

    /// <summary>The property of <see cref="SearchScope.Public"/>.</summary>
    public const string PublicSearchText = nameof(PublicSearchText);

    /// <summary>The property that a scope searches in.</summary>
    public static string Property(this SearchScope scope) => scope == SearchScope.Public ? PublicSearchText : SearchText;
}
