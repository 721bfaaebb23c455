using Microsoft.AspNetCore.Http.Features;
using Songthang.Web.Features.Accounts.Confirming;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>
/// A form of the staff that comes after its session has ended, or with the token of another session, is not thrown
/// away: the sign-in page takes its place, carries the fields along and offers them to be sent again. Likewise the page that asks again
/// who it is, for a form that was open too long for what it does.
/// </summary>
public static class ExpiredForms
{
    public static IApplicationBuilder UseExpiredForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (!IsRefusedForm(context)) return;
        if (StaffPaths.IsDoor(context.Request.Path))
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"{context.Request.PathBase}{Links.SignIn}";
            return;
        }
        var late = new LateForm(await KeepAsync(context));
        await ShowDoorAsync(context, next, late, context.Features.Get<StaleConfirmation>() is null ? Links.SignIn : Links.Confirm);
    });

    static bool IsRefusedForm(HttpContext context) =>
        !context.Response.HasStarted
        && HttpMethods.IsPost(context.Request.Method)
        && StaffPaths.Contain(context.Request.Path)
        && context.Request.HasFormContentType
        && StaffPaths.IsPage(context.Request)
        && IsFromHere(context.Request)
        && (context.Response.StatusCode == StatusCodes.Status401Unauthorized || context.Features.Get<StaleToken>() is not null);

    /// <summary>A form from another site is an attack, not something to give back.</summary>
    static bool IsFromHere(HttpRequest request) =>
        (request.Headers.Origin is not [{ Length: > 0 } origin] || origin == $"{request.Scheme}://{request.Host}")
        && (request.Headers["Sec-Fetch-Site"] is not [{ Length: > 0 } site] || site is "same-origin" or "none");

    static async Task<KeptForm?> KeepAsync(HttpContext context)
    {
        var request = context.Request;
        IFormCollection sent;
        try
        {
            sent = await request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
        var fields = sent.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))
            .Where(field => field.Key != "__RequestVerificationToken").ToList();
        var kept = fields.Where(field => !IsPassword(field.Key)).ToList();
        var form = new KeptForm(
            $"{request.PathBase}{request.Path}{request.QueryString}", kept, sent.Files.Count > 0, kept.Count < fields.Count,
            context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        return KeptForms.Fits(form) ? form : null;
    }

    static bool IsPassword(string name) => name.Contains("password", StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs the request once more as if the page at the door had been asked for.</summary>
    static async Task ShowDoorAsync(HttpContext context, RequestDelegate next, LateForm late, string door)
    {
        var request = context.Request;
        var (path, query) = (request.Path, request.QueryString);
        context.Response.Clear();
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        context.Features.Set(late);
        (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, door, QueryString.Empty);
        try
        {
            await next(context);
        }
        finally
        {
            (request.Method, request.Path, request.QueryString) = (HttpMethods.Post, path, query);
        }
    }
}
