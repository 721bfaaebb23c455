using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>Whoever got a password from somebody else chooses an own one before anything else.</summary>
public static class OwnPasswordFirst
{
    public static IApplicationBuilder UseOwnPasswordFirst(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (!context.User.HasClaim(claim => claim.Type == Session.MustChangePasswordClaim)
            || !StaffPaths.Contain(path) || StaffPaths.IsDoor(path) || path.StartsWithSegments(Links.Account))
        {
            return next(context);
        }
        context.Response.Redirect(context.Request.PathBase + Links.Account);
        return Task.CompletedTask;
    });
}
