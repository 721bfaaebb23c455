using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>
/// Whoever got a password from somebody else chooses an own one before anything else; then, whoever must have a second factor sets it up.
/// In this order, so that nobody who only knows the first password sets it up for the owner.
/// </summary>
public static class OwnAccountFirst
{
    public static IApplicationBuilder UseOwnAccountFirst(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (First(context) is not { } first || !StaffPaths.Contain(path) || StaffPaths.IsDoor(path) || path.StartsWithSegments(Links.Confirm)
            // The page itself asks for it, and it tells no more than a number.
            || path.StartsWithSegments(Links.Bell)
            || (first == Links.SecondFactor && path.StartsWithSegments(Links.Passkeys))
            || path.Equals(first, StringComparison.OrdinalIgnoreCase) || path.Equals(first + "/", StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }
        context.Response.Redirect(context.Request.PathBase + first);
        return Task.CompletedTask;
    });

    /// <summary>What must be done first, if anything.</summary>
    static string? First(HttpContext context) =>
        Has(context, Session.MustChangePasswordClaim) ? Links.Account
        : Has(context, Session.MustSetSecondFactorClaim) ? Links.SecondFactor
        : null;

    static bool Has(HttpContext context, string claim) => context.User.HasClaim(found => found.Type == claim);
}
