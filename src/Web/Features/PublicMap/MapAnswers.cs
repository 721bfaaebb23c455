using Songthang.Web.Shared;

namespace Songthang.Web.Features.PublicMap;

/// <summary>
/// What the map asks for is the same for everyone: whoever asks the same within a few seconds gets the very answer of the one before,
/// without any of the work of a request.
/// </summary>
static class MapAnswers
{
    // With what is kept behind it, nobody sees a map that is older than a quarter of a minute.
    static readonly TimeSpan Age = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddMapAnswers(this IServiceCollection services) => services.AddOutputCache(options =>
        options.AddBasePolicy(answer => answer.With(asked => asked.HttpContext.Request.Path == Links.MapReports)
            .Expire(Age).SetVaryByQuery("*").SetVaryByHeader("Accept-Encoding")));

    /// <summary>Comes before everything but the heads of an answer that are the same for all. It goes by the clock of the machine; a program that was given another one answers each time anew.</summary>
    public static void UseMapAnswers(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TimeProvider>() == TimeProvider.System)
            app.UseOutputCache();
    }
}
