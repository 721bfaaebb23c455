using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Poles;

namespace Songthang.Web.Features.PoleRegistry;

/// <summary>The register of poles.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class IndexModel(PoleList list) : PageModel
{
    public PoleAddress Address { get; private set; } = null!;

    public PoleListPage List { get; private set; } = null!;

    public int Found { get; private set; }

    /// <summary>How many there are, in words.</summary>
    public Phrase Count => Found > PoleList.CountBound
        ? new($"มากกว่า {PoleList.CountBound:N0} ต้น", $"More than {PoleList.CountBound:N0} poles")
        : new($"{Found:N0} ต้น", Found == 1 ? "1 pole" : $"{Found:N0} poles");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = PoleAddress.Read(Request.Query);
        List = await list.ReadAsync(Address.Filter, Address.Sort, Address.Descending, Address.Place, PoleAddress.Size, cancellationToken);
        Found = await list.CountAsync(Address.Filter, cancellationToken);
    }
}
