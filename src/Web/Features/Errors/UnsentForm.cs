using Microsoft.AspNetCore.Diagnostics;

namespace Songthang.Web.Features.Errors;

/// <summary>
/// A form that came while it could not be taken. The page of the mistake carries it, so that what somebody typed stays on their
/// phone and goes out again with one press, without scripts too; nothing of it is kept here.
/// </summary>
/// <param name="Target">Where it was sent to.</param>
/// <param name="Encoding">How it was sent.</param>
/// <param name="Fields">Its fields as they came, its token among them: it can do no more than it could.</param>
/// <param name="HadFiles">Files came along, which a page cannot carry.</param>
public sealed record UnsentForm(string Target, string Encoding, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles)
{
    const string Token = "__RequestVerificationToken", Multipart = "multipart/form-data";

    /// <summary>The form of the request that went wrong; null when there was none that may be sent again.</summary>
    public static async Task<UnsentForm?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (!request.HasFormContentType || context.Features.Get<IExceptionHandlerPathFeature>() is not { Path: var path } || !IsLocal(path))
            return null;
        try
        {
            var sent = await request.ReadFormAsync(cancellationToken);
            var fields = sent.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).ToList();
            // Without a token it is no form of ours, and passwords do not belong into a page.
            return sent.ContainsKey(Token) && !fields.Exists(field => field.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
                ? new(request.PathBase + path + request.QueryString, sent.Files.Count > 0 ? Multipart : MediaType(request), fields, sent.Files.Any(file => file.Length > 0))
                : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            // Too large, cut off, or no room for it here either: the browser's own way back remains.
            return null;
        }
    }

    static string MediaType(HttpRequest request) =>
        request.ContentType!.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase) ? Multipart : "application/x-www-form-urlencoded";

    /// <summary>An address that begins with two slashes would be another site's.</summary>
    static bool IsLocal(string path) => path is ['/', ..] and not ['/', '/' or '\\', ..];
}
