namespace Songthang.Web.Shared;

/// <summary>
/// The report page is the heaviest and is read on phones at the roadside. It alone is compressed as it is written:
/// nothing of the address is repeated in it and its tokens are random in every answer, so that its size tells nobody
/// anything (BREACH). Styles and scripts were compressed when they were built.
/// </summary>
public static class Compression
{
    public static IServiceCollection AddCompression(this IServiceCollection services) =>
        services.AddResponseCompression(options => options.EnableForHttps = true);

    public static IApplicationBuilder UseCompression(this IApplicationBuilder app) => app.UseWhen(
        context => HttpMethods.IsGet(context.Request.Method) && context.Request.Path == Links.Report,
        report => report.UseResponseCompression());
}
