using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Songthang.Infrastructure;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.SecurityContact;

/// <summary><c>/.well-known/security.txt</c>: whom to tell of a hole (RFC 9116). Not there without a contact, or when what it says has run out.</summary>
static class SecurityTxt
{
    const string Path = "/.well-known/security.txt";
    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddSecurityTxt(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SecurityContactOptions>().Bind(configuration.GetSection(SecurityContactOptions.Section))
            .Validate(options => options.IsSound,
                $"{SecurityContactOptions.Section}: Contact must be addresses mailto:, https: or tel:, and Expires a moment such as 2027-11-30T00:00:00+07:00.")
            .ValidateOnStart();
        return services;
    }

    public static void MapSecurityTxt(this IEndpointRouteBuilder routes) => routes.MapMethods(Path, Reading,
        (HttpResponse response, IOptions<SecurityContactOptions> options, PublicAddress address, TimeProvider time) =>
            Write(options.Value, address, time.GetUtcNow().UtcDateTime) is { } text
                ? new PublicFile(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", null).Answer(response, TimeSpan.FromHours(1))
                : Results.NotFound()).AllowAnonymous();

    static string? Write(SecurityContactOptions options, PublicAddress address, DateTime now) => options is { Contacts.Count: > 0, ExpiresAt: { } expires } && expires > now
        ? string.Join('\n',
        [
            .. options.Contacts.Select(contact => $"Contact: {contact}"),
            string.Create(CultureInfo.InvariantCulture, $"Expires: {expires:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
            "Preferred-Languages: th, en",
            $"Canonical: {address.Of(Path)}",
            "",
        ])
        : null;
}
