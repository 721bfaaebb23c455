namespace Songthang.Domain.ServiceRequests;

/// <summary>A PDF that the requester sent with an answer; the file itself lies in the document store. Never public.</summary>
public sealed class Document
{
    Document() { }

    /// <summary>A document under this key of the document store.</summary>
    internal Document(AttachedDocument attached, DateTime at)
    {
        Key = attached.Key;
        Name = attached.Name;
        Bytes = attached.Bytes;
        At = at;
    }

    /// <summary>32 hex digits; key in the document store and in storage.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The request it belongs to.</summary>
    public long ServiceRequestId { get; private set; }

    /// <summary>The file's name as its sender gave it, cleaned; ends in <c>.pdf</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Size in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>A document that is handed to a request.</summary>
/// <param name="Key">Key of the document store.</param>
/// <param name="Name">The file's name, cleaned.</param>
/// <param name="Bytes">Its size.</param>
public sealed record AttachedDocument(string Key, string Name, long Bytes);
