using Microsoft.AspNetCore.Http.Features;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;

namespace Songthang.Web.Open311;

/// <summary>What a partner's program sent: fields, files and its key.</summary>
sealed class SentForm
{
    /// <summary>Five photos of 15 MB, as files or as text in base64, and what stands around them.</summary>
    public const long MostBytes = 105L * 1024 * 1024;

    readonly IFormCollection form;
    readonly HttpRequest request;

    SentForm(IFormCollection form, HttpRequest request)
    {
        (this.form, this.request) = (form, request);
        // What some clients put into the address counts when the form does not say it.
        Given = new(name => form.TryGetValue(name, out var sent) && sent.Any(value => !string.IsNullOrWhiteSpace(value)) ? sent : request.Query[name]);
    }

    /// <summary>The fields.</summary>
    public Arguments Given { get; }

    /// <summary>Attributes of the service, by their codes.</summary>
    public string? Attribute(string code) => Given.Text($"attribute[{code}]") ?? Given.Text($"attribute[{code}][]") ?? Given.Text($"attribute[{code}][0]");

    /// <summary>Attributes that nobody here asked for, in a fixed order: they tell two requests apart.</summary>
    public IEnumerable<string> AllAttributes => form.Where(pair => pair.Key.StartsWith("attribute", StringComparison.Ordinal))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}");

    /// <summary>Reads what was sent.</summary>
    /// <exception cref="Refused">400: it cannot be read.</exception>
    public static async Task<SentForm> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType)
            throw Refused.Bad("Please send fields as application/x-www-form-urlencoded or multipart/form-data.");
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions
        {
            MultipartBodyLengthLimit = MostBytes,
            ValueLengthLimit = 21 * 1024 * 1024,
            ValueCountLimit = 500,
        }));
        try
        {
            return new SentForm(await context.Request.ReadFormAsync(cancellationToken), context.Request);
        }
        catch (IOException cut) when (cut is not BadHttpRequestException)
        {
            throw Refused.Bad("The form ends too early.");
        }
    }

    /// <summary>Lets the partner in by the key in the form, the address or a header.</summary>
    /// <exception cref="Refused">403 without a key that may do this, 429 when the limits are reached.</exception>
    public async Task<Partner> RequirePartnerAsync(PartnerKeys keys, PartnerScopes scope, DateTime now, CancellationToken cancellationToken)
    {
        var use = await keys.UseAsync(Given.Text("api_key") ?? ApiKeyScheme.Shown(request), scope, now, cancellationToken);
        if (use.Partner is { } partner)
            return partner;
        if (use.RetryAfter is not { } wait)
        {
            throw new Refused(StatusCodes.Status403Forbidden, use.Refusal switch
            {
                KeyRefusal.Missing => "api_key was not provided.",
                KeyRefusal.OutOfScope => "api_key may not be used for this.",
                _ => "api_key is not valid.",
            });
        }

        request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        throw new Refused(StatusCodes.Status429TooManyRequests, use.Refusal == KeyRefusal.TooFast
            ? "Too many calls with this api_key in this minute." : "The calls of this api_key for today are used up.");
    }

    /// <summary>Hands the photos in, by the one way that all photos go; files of any field, and text in base64.</summary>
    /// <returns>Their keys.</returns>
    public async Task<IReadOnlyList<string>> KeepPhotosAsync(UploadDesk desk, string formKey, DateTime now, CancellationToken cancellationToken)
    {
        string[] texts = form.TryGetValue("media", out var media) ? [.. media.OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text))] : [];
        IFormFile[] files = [.. form.Files.Where(file => file.Length > 0)];
        if (files.Length + texts.Length > ServiceRequest.MaxPhotos)
            throw Refused.Bad($"At most {ServiceRequest.MaxPhotos} photos can be sent.");
        var keys = new List<string>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            keys.Add(await desk.ReceiveAsync(formKey, content, now, cancellationToken));
        }

        foreach (var text in texts)
        {
            using var content = new MemoryStream(Decoded(text), writable: false);
            keys.Add(await desk.ReceiveAsync(formKey, content, now, cancellationToken));
        }

        return keys;
    }

    static byte[] Decoded(string text)
    {
        var start = text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? text.IndexOf(',', StringComparison.Ordinal) + 1 : 0;
        // A plus of base64 that was not escaped in the form arrives as a space.
        var plain = text[start..].Replace(' ', '+').Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        var bytes = new byte[plain.Length];
        return Convert.TryFromBase64String(plain, bytes, out var length) ? bytes[..length] : throw Refused.Bad("media must be a picture in base64.");
    }
}
