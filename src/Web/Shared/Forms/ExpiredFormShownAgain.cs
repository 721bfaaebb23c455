using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain;

namespace Songthang.Web.Shared.Forms;

/// <summary>
/// On a page of a citizen: a form whose token has expired is not thrown away as the framework would, but shown again
/// with all that was typed and a fresh token. Nothing is done before it is sent again.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExpiredFormShownAgainAttribute : IgnoreAntiforgeryTokenAttribute, IAsyncPageFilter
{
    public static RuleBroken Expired => new("form.expired", new(
        "หมดเวลาการเชื่อมต่อ ข้อมูลที่กรอกยังอยู่ครบ กรุณากดส่งอีกครั้ง",
        "The page was open for too long. Everything you filled in is still here; please send again."));

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            await next();
            return;
        }

        // The gaps are no mistakes yet; what was typed stays.
        foreach (var field in context.ModelState.Values)
            field.Errors.Clear();
        context.ModelState.AddModelError("", Say.T(Expired.Sentence));
        if (context.HandlerInstance is IReceivePhotos photos) await photos.ReceivePhotosAsync(http.RequestAborted);
        if (context.HandlerInstance is IShowAgain page) await page.ShowAgainAsync(http.RequestAborted);
        context.Result = new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }
}

/// <summary>A page that keeps the files of its form before anything else, so that no mistake costs them.</summary>
public interface IReceivePhotos
{
    Task ReceivePhotosAsync(CancellationToken cancellationToken);
}
