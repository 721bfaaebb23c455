namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>The authority's own directory, in which its people have accounts already (OpenID Connect). Nothing is offered until an address is set.</summary>
public sealed class DirectorySettings
{
    public const string Section = "Songthang:OpenIdConnect";

    /// <summary>Address of the provider, below which its <c>.well-known/openid-configuration</c> lies; empty for none.</summary>
    public string Authority { get; init; } = "";

    /// <summary>What the provider calls itself, where that is not <see cref="Authority"/>; empty where it is.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>What the provider calls us.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>With which we show the provider that it is us.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>What people call their account there, on the button.</summary>
    public string Name { get; init; } = "บัญชีของหน่วยงาน";

    /// <summary>Asked for besides <c>openid</c>, separated by spaces.</summary>
    public string Scopes { get; init; } = "profile email";

    /// <summary>Who comes for the first time is linked with the one account here that has the address, if the provider says that it verified it.</summary>
    public bool LinkByEmail { get; init; }

    /// <summary>Claim that holds the address.</summary>
    public string EmailClaim { get; init; } = "email";

    /// <summary>Values of <c>amr</c> or <c>acr</c> that stand for a second factor, separated by spaces, such as <c>mfa</c>; empty: ours is asked for.</summary>
    public string SecondFactor { get; init; } = "";

    public bool IsOn => Authority.Length > 0;

    public static DirectorySettings Read(IConfiguration configuration) => configuration.GetSection(Section).Get<DirectorySettings>() ?? new();

    /// <summary>What is wrong with it, a sentence each.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var settings = Read(configuration);
        if (!settings.IsOn) yield break;
        if (!Uri.TryCreate(settings.Authority, UriKind.Absolute, out var address) || !(address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback)))
            yield return $"{Section}:Authority is {settings.Authority}: it must be the https address of the provider.";
        if (settings.ClientId.Length == 0 || settings.ClientSecret.Length == 0)
            yield return $"{Section}: with an Authority there must be a ClientId and a ClientSecret.";
    }

    /// <summary>Whether it is the provider that was set who speaks (OpenID Connect Discovery 1.0, section 4.3); a final slash changes nothing.</summary>
    public bool IsIssuer(string said) => said.TrimEnd('/') == (Issuer.Length > 0 ? Issuer : Authority).TrimEnd('/');

    /// <summary>Whether the provider said that it asked for a second factor.</summary>
    public bool CountsAsSecondFactor(IEnumerable<string> said) =>
        said.Intersect(SecondFactor.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal).Any();
}
