using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain;

namespace Songthang.Web.Shared.Forms;

/// <summary>A page that reads more than the form itself holds, and must read it again before it is shown again.</summary>
public interface IShowAgain
{
    Task ShowAgainAsync(CancellationToken cancellationToken);
}

/// <summary>
/// A rule of the domain that was broken becomes a sentence on top of the same form, with everything that was typed
/// still in it, and the status 422.
/// </summary>
sealed class RuleBrokenFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed is not { Exception: RuleBroken rule, ExceptionHandled: false }) return;
        executed.ExceptionHandled = true;
        context.ModelState.AddModelError("", Say.T(rule.Sentence));
        if (executed.HandlerInstance is IShowAgain page) await page.ShowAgainAsync(context.HttpContext.RequestAborted);
        executed.Result = new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
