namespace Songthang.Infrastructure.Uploads;

/// <summary>How many files are taken within a day, whatever becomes of them. Generous, because a whole village may share one address.</summary>
public sealed class UploadQuota
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Songthang:UploadQuota";

    /// <summary>Files of one sender: an account, a partner's key or a network address.</summary>
    public double SenderFiles { get; init; } = 2_000;

    /// <summary>Megabytes of one sender.</summary>
    public double SenderMegabytes { get; init; } = 4_000;

    /// <summary>Files of all senders.</summary>
    public double Files { get; init; } = 20_000;

    /// <summary>Megabytes of all senders.</summary>
    public double Megabytes { get; init; } = 40_000;

    /// <summary>Whether one file of the largest size fits at all.</summary>
    public bool IsSound => SenderFiles >= 1 && Files >= 1 && SenderMegabytes >= 15 && Megabytes >= 15;
}

/// <summary>Who sends the files of a request; empty where the program itself does.</summary>
public sealed class UploadSender
{
    /// <summary>An account, a key or an address; stored as a keyed hash alone.</summary>
    public string Name { get; set; } = "";
}
