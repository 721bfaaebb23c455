using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Songthang.Web.Shared.Forms;

/// <summary>
/// What is sent to a page that does nothing with it, or that names an act which the page does not have, is refused: the framework would show the
/// page as it is, read from nowhere.
/// </summary>
sealed class UnknownHandlerFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var (http, method) = (context.HttpContext, context.HttpContext.Request.Method);
        if (context.HandlerMethod is not null || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || IsTold(http))
            return;
        var takes = context.ActionDescriptor.HandlerMethods.Any(handler => string.Equals(handler.HttpMethod, method, StringComparison.OrdinalIgnoreCase));
        if (!takes) http.Response.Headers.Allow = "GET, HEAD";
        context.Result = new StatusCodeResult(takes ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    /// <summary>The page that tells what went wrong is shown for whatever was sent.</summary>
    static bool IsTold(HttpContext http) =>
        Errors.IsShown(http) || http.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}
