namespace Songthang.Web.Features.OpenData;

static class OpenDataSetup
{
    public static IServiceCollection AddOpenData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OpenDataOptions>().Bind(configuration.GetSection(OpenDataOptions.Section));
        return services
            .AddScoped<RequestDataset>().AddScoped<PoleDataset>().AddScoped<OpenDatasets>()
            .AddScoped<OpenDataFigures>().AddScoped<DataDictionary>().AddScoped<DataCatalog>()
            .AddScoped<WriteOpenFile>();
    }
}
