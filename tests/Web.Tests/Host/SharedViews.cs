using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;

namespace Songthang.Web.Tests.Host;

/// <summary>
/// What Razor compiles when a view is first shown, and what it reads of the pages' models, is the same for every program:
/// made once for all programs of the process. Otherwise a run of the tests spends much of its time on it, and on throwing it away.
/// </summary>
static class SharedViews
{
    static IModelMetadataProvider? models;
    static IRazorPageActivator? activator;
    static IRazorPageFactoryProvider? factories;

    public static void ShareViews(this IServiceCollection services)
    {
        services.AddSingleton(provider => LazyInitializer.EnsureInitialized(
            ref models, () => ActivatorUtilities.CreateInstance<DefaultModelMetadataProvider>(provider)));
        var own = services.Last(service => service.ServiceType == typeof(IRazorPageFactoryProvider)).ImplementationType!;
        services.AddSingleton(provider => LazyInitializer.EnsureInitialized(
            ref activator, () => ActivatorUtilities.CreateInstance<RazorPageActivator>(provider)));
        services.AddSingleton(provider => LazyInitializer.EnsureInitialized(
            ref factories, () => (IRazorPageFactoryProvider)ActivatorUtilities.CreateInstance(provider, own)));
    }
}
