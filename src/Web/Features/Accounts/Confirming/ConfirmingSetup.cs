using System.Globalization;
using System.Security.Claims;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts.Confirming;

/// <summary>Says that a form came to a page of <see cref="ConfirmFirstAttribute"/> too long after its sender last showed who it is.</summary>
public sealed class StaleConfirmation;

/// <summary>
/// Leads to the page that asks again, and back: before a form is shown, so that nothing is typed in vain. A form that was open for too long
/// is kept by <see cref="ExpiredForms"/> and offered again afterwards.
/// </summary>
public static class ConfirmingSetup
{
    public static IApplicationBuilder UseConfirmFirst(this IApplicationBuilder app)
    {
        var time = app.ApplicationServices.GetRequiredService<TimeProvider>();
        return app.Use((context, next) =>
        {
            var request = context.Request;
            if (context.GetEndpoint()?.Metadata.GetMetadata<ConfirmFirstAttribute>() is not { } page || !page.Means(request)
                || IsFresh(context.User, time.GetUtcNow().UtcDateTime))
            {
                return next(context);
            }
            if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            {
                context.Response.Redirect(request.PathBase + Links.Confirm
                    + QueryString.Create("returnUrl", request.PathBase + request.Path + request.QueryString).Add("file", page.IsFile ? "true" : "false"));
            }
            else
            {
                context.Features.Set(new StaleConfirmation());
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
            return Task.CompletedTask;
        });
    }

    static bool IsFresh(ClaimsPrincipal user, DateTime now) =>
        long.TryParse(user.FindFirstValue(Session.ConfirmedAtClaim), CultureInfo.InvariantCulture, out var at)
        && now - new DateTime(at, DateTimeKind.Utc) < ConfirmFirstAttribute.Within;
}
