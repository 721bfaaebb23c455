using Microsoft.AspNetCore.Authorization;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Guide;

/// <summary>The manual for the staff.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class OfficersModel(CurrentSettings settings) : GuidePage
{
    public override string Address => Links.OfficerGuide;

    public override IReadOnlyList<GuideSection> Whole { get; } = OfficersGuide.Of(settings);
}
