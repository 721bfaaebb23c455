using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Songthang.Web.Features.Accounts;

/// <summary>Says that a form's token belongs to another session or none.</summary>
public sealed class StaleToken;

/// <summary>Notes a refused token, for <see cref="ExpiredForms"/> to give the form back.</summary>
sealed class StaleTokenFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) context.HttpContext.Features.Set(new StaleToken());
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
