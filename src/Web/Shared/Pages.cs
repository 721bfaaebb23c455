using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;
using Songthang.Infrastructure;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Shared;

/// <summary>What all pages stand on: where they lie, how forms speak, who the authority is.</summary>
public static class Pages
{
    public static IMvcBuilder AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<Agency>().Bind(configuration.GetSection(Agency.Section))
            .Validate(agency => agency.ServiceName.Thai.Length > 0 && agency.Name.Thai.Length > 0,
                $"{Agency.Section}: ServiceName and Name must be given in Thai.")
            .ValidateOnStart();
        // Thai goes over the wire as Thai: as character references it would take three times the room.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.PageViewLocationFormats.Add("/Shared/{0}.cshtml");
            options.ViewLocationFormats.Add("/Shared/{0}.cshtml");
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = Flash.Cookie;
            options.Cookie.IsEssential = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddSingleton<PreparedTexts>();
        return services.AddRazorPages(options => options.RootDirectory = "/Features").AddForms();
    }
}
