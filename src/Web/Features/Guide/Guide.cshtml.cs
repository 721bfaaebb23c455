using Microsoft.Extensions.Options;
using Songthang.Domain.ServiceCatalog;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Guide;

/// <summary>The manual for citizens.</summary>
public sealed class GuideModel(FaultTypes faults, CurrentSettings settings, IOptions<Agency> agency) : GuidePage
{
    public override string Address => Links.Guide;

    public override IReadOnlyList<GuideSection> Whole { get; } = CitizensGuide.Of(faults, settings, agency.Value);
}
