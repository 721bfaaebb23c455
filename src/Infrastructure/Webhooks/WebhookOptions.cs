namespace Songthang.Infrastructure.Webhooks;

/// <summary>How partners' servers are reached.</summary>
public sealed class WebhookOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Songthang:Webhooks";

    /// <summary>
    /// Whether plain http, any port and addresses inside the own network may be called. Only the demo takes it: the program
    /// does not start with it otherwise.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>How long a partner's server may take for its whole answer, seconds.</summary>
    public int TimeoutSeconds { get; init; } = 10;
}
