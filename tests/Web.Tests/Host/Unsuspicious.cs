namespace Songthang.Web.Tests.Host;

/// <summary>Settings under which nobody is taken for a machine: tests fill in forms in no time, many of them, and all from one address.</summary>
public static class Unsuspicious
{
    /// <summary>Keys and values of the configuration.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Songthang:Spam:QuickSeconds"] = "0",
        ["Songthang:Spam:SenderPerHour"] = "1000000000",
        ["Songthang:Spam:PhonePerDay"] = "1000000000",
        ["Songthang:Spam:EmailPerDay"] = "1000000000",
        ["Songthang:Spam:WordsPerDay"] = "1000000000",
        ["Songthang:Spam:EveryonePerHour"] = "1000000000",
        ["Songthang:UploadQuota:SenderFiles"] = "1000000000",
        ["Songthang:UploadQuota:SenderMegabytes"] = "1000000000",
    };

    /// <summary>The same as a process finds them in its environment.</summary>
    public static void AddTo(IDictionary<string, string?> environment)
    {
        foreach (var (key, value) in Settings)
            environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
    }
}
