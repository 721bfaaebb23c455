using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Songthang.Web.Features.DeveloperInbox;

/// <summary>The demo's mail may be read by everyone who can open the demo; anywhere else these pages do not exist.</summary>
public static class DeveloperInboxSetup
{
    public static IServiceCollection AddDeveloperInbox(this IServiceCollection services, Startup startup) =>
        services.Configure<RazorPagesOptions>(options =>
        {
            if (startup.IsDemo)
                options.Conventions.AllowAnonymousToFolder("/DeveloperInbox");
            else
                options.Conventions.AddFolderRouteModelConvention("/DeveloperInbox", page => page.Selectors.Clear());
        });
}
