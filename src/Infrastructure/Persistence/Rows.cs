namespace Songthang.Infrastructure.Persistence;

/// <summary>A photo that arrived and belongs to no request yet; swept after two days.</summary>
public sealed class Upload
{
    /// <summary>Key in the photo store, 32 hex digits.</summary>
    public string Key { get; set; } = "";

    /// <summary>The form it was sent from: only that form can attach it.</summary>
    public string FormKey { get; set; } = "";

    /// <summary>When it arrived, UTC.</summary>
    public DateTime At { get; set; }
}

/// <summary>A submission that was answered: the same form sent again gets the same answer.</summary>
public sealed class AnsweredSubmission
{
    /// <summary>The idempotency key that the form carries.</summary>
    public string FormKey { get; set; } = "";

    /// <summary>SHA-256 in hex of what was sent: another body under the same key is a conflict.</summary>
    public string BodyHash { get; set; } = "";

    /// <summary>The reference that was answered.</summary>
    public string Reference { get; set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }
}

/// <summary>The last running number given in a Buddhist year.</summary>
public sealed class ReferenceCounter
{
    /// <summary>Full Buddhist year, such as 2569.</summary>
    public int Year { get; set; }

    /// <summary>The last number given.</summary>
    public int Last { get; set; }
}
