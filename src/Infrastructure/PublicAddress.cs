namespace Songthang.Infrastructure;

/// <summary>The address under which people reach this installation, for links that leave it: messages, QR codes.</summary>
public sealed class PublicAddress
{
    /// <summary>Configuration key.</summary>
    public const string Key = "Songthang:PublicUrl";

    /// <summary>The address when none is configured.</summary>
    public const string Default = "http://localhost:5080";

    readonly Uri root;

    /// <param name="url">Absolute http or https address, with or without a path.</param>
    /// <exception cref="ArgumentException">It is no such address.</exception>
    public PublicAddress(string url)
    {
        if (!Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new ArgumentException($"{Key} must be an address such as https://lights.example.go.th, not '{url}'.", nameof(url));
        root = address;
    }

    /// <summary>Name of the machine in the address.</summary>
    public string Host => root.IdnHost;

    /// <summary>The whole address of one of our paths, such as <c>/track</c>.</summary>
    public Uri Of(string path) => new(root, path.TrimStart('/'));
}
