using Microsoft.AspNetCore.Mvc.Rendering;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Surveying;

/// <summary>Whose lamps a road can have: ours, or those of another authority of the settings.</summary>
static class OwnerChoice
{
    public static List<SelectListItem> Of(CurrentSettings settings, string chosen) =>
    [
        new(Say.T("หน่วยงานของเรา", "Our own authority"), "", chosen.Length == 0),
        .. settings.Get(Topics.Authorities).All.Where(one => one.InUse || one.Code == chosen)
            .Select(one => new SelectListItem(Say.T(one.Name), one.Code, one.Code == chosen)),
    ];

    public static string NameOf(CurrentSettings settings, string code) => code.Length == 0
        ? Say.T("หน่วยงานของเรา", "Our own authority")
        : settings.Get(Topics.Authorities).Find(code) is { } known ? Say.T(known.Name) : code;
}
