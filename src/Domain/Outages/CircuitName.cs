namespace Songthang.Domain.Outages;

/// <summary>A circuit among all circuits: its own name repeats from cabinet to cabinet.</summary>
public static class CircuitName
{
    const string Between = " / ", NoCabinet = "–";

    /// <summary>Cabinet and circuit in one; empty when neither is known, the cabinet alone when its circuits have no names.</summary>
    public static string Of(string cabinet, string circuit) => (cabinet, circuit) switch
    {
        ("", "") => "",
        (_, "") => cabinet,
        ("", _) => NoCabinet + Between + circuit,
        _ => cabinet + Between + circuit,
    };

    /// <summary>The two of a name that <see cref="Of"/> made.</summary>
    public static (string Cabinet, string Circuit) Split(string name) => name.LastIndexOf(Between, StringComparison.Ordinal) is >= 0 and var at
        ? (name[..at] is NoCabinet ? "" : name[..at], name[(at + Between.Length)..])
        : (name, "");
}
