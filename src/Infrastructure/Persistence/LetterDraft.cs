using System.Text.Json;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence;

/// <summary>The wording of the letter with which a request is forwarded, as an officer last saved it.</summary>
public sealed class LetterDraft
{
    /// <summary>The request.</summary>
    public long ServiceRequestId { get; set; }

    /// <summary>The wording as JSON.</summary>
    public string Words { get; set; } = "";

    /// <summary>Who saved it.</summary>
    public int OfficerId { get; set; }

    /// <summary>When it was saved, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>The wording.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Words, CurrentSettings.Json)!;

    /// <summary>Takes over a wording.</summary>
    public void Write<T>(T words, int officerId, DateTime at) => (Words, OfficerId, At) = (JsonSerializer.Serialize(words, CurrentSettings.Json), officerId, at);
}
