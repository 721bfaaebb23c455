using Microsoft.AspNetCore.Mvc.Rendering;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>The crews that an account may belong to.</summary>
static class CrewChoice
{
    public static IEnumerable<SelectListItem> Of(CurrentSettings settings) =>
    [
        new(Say.T("ไม่อยู่ในชุดช่าง", "None"), ""),
        .. settings.Get(Topics.Crews).Offered().Select(crew => new SelectListItem(Say.T(crew.Name), crew.Code)),
    ];

    public static bool IsKnown(CurrentSettings settings, string? code) =>
        string.IsNullOrEmpty(code) || settings.Get(Topics.Crews).Find(code) is not null;
}
