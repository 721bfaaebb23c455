using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Shared.Forms;

/// <summary>A page that reads more than the form itself holds, and must read it again before it is shown again.</summary>
public interface IShowAgain
{
    Task ShowAgainAsync(CancellationToken cancellationToken);
}

/// <summary>
/// A rule of the domain that was broken becomes a sentence on top of the same form, with everything that was typed
/// still in it, and the status 422. Likewise, with 503, when the disk was full.
/// </summary>
sealed class RuleBrokenFilter(ILogger<RuleBrokenFilter> log) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed is not { Exception: { } problem, ExceptionHandled: false }) return;
        if (problem is RuleBroken rule) await ShowAgainAsync(executed, rule.Sentence, StatusCodes.Status422UnprocessableEntity);
        else if (!HttpMethods.IsGet(context.HttpContext.Request.Method) && Database.IsDiskFull(problem)) await SayFullAsync(executed, problem);
    }

    /// <summary>Nothing was stored, and reading still works: the form waits in the browser until somebody makes room.</summary>
    Task SayFullAsync(PageHandlerExecutedContext executed, Exception problem)
    {
        log.LogCritical(problem, "The disk is full: nothing can be stored");
        return ShowAgainAsync(executed, new(
            "ขณะนี้ระบบไม่มีพื้นที่เก็บข้อมูล ข้อมูลที่กรอกยังอยู่ครบ กรุณากดส่งอีกครั้งภายหลัง หรือโทรศัพท์แจ้งเจ้าหน้าที่",
            "There is no room to store anything at the moment. Everything you filled in is still here; please send again later, or call the office."),
            StatusCodes.Status503ServiceUnavailable);
    }

    static async Task ShowAgainAsync(PageHandlerExecutedContext executed, Phrase sentence, int status)
    {
        executed.ExceptionHandled = true;
        executed.ModelState.AddModelError("", Say.T(sentence));
        if (executed.HandlerInstance is IShowAgain page) await page.ShowAgainAsync(executed.HttpContext.RequestAborted);
        executed.Result = new PageResult { StatusCode = status };
    }
}
