namespace Songthang.Web.Shared;

/// <summary>
/// What everyone may see is the same for everyone: whoever asks the same within a few seconds gets the very answer of the one before,
/// without any of the work of a request. So a road that the whole town talks about costs as much as one that nobody looks at.
/// </summary>
public static class KeptAnswers
{
    /// <summary>Room for all of them, in bytes.</summary>
    const long MostBytes = 32 * 1024 * 1024;

    // With what is kept behind it, nobody sees a map that is older than a quarter of a minute.
    static readonly TimeSpan Age = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddKeptAnswers(this IServiceCollection services) => services.AddOutputCache(options =>
    {
        options.SizeLimit = MostBytes;
        options.AddBasePolicy(answer => answer.With(asked => IsForEveryone(asked.HttpContext.Request))
            .Expire(Age).SetVaryByQuery("*").SetVaryByHeader("Accept", "Accept-Encoding").VaryByValue(_ => new("language", Say.Language)));
    });

    /// <summary>
    /// Comes before everything but the language and the heads of an answer that are the same for all; what is answered from here counts for nobody's
    /// limit, as it costs nothing. It goes by the clock of the machine; a program that was given another one answers each time anew.
    /// </summary>
    public static void UseKeptAnswers(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TimeProvider>() == TimeProvider.System)
            app.UseOutputCache();
    }

    /// <summary>A question whose answer depends on nothing but its address and language: the first page, the map, the public list, a request as everyone sees it, figures, the list of Open311.</summary>
    public static bool IsForEveryone(HttpRequest request) =>
        (request.Path == "/" || request.Path == Links.MapReports || request.Path == Links.Statistics || request.Path.StartsWithSegments(Links.Reports) || IsHarvest(request.Path))
        // Whoever was just told something, or is signed in, gets an answer of their own.
        && !request.Cookies.ContainsKey(Flash.Cookie) && !request.Cookies.ContainsKey(SessionCookie);

    /// <summary>Name of the cookie of whoever is signed in.</summary>
    public const string SessionCookie = "session";

    static bool IsHarvest(PathString path) => path.StartsWithSegments("/open311/v2", out var rest)
        && rest.Value is "/requests" or "/requests.json" or "/requests.xml";
}
