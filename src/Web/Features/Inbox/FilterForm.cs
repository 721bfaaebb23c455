using Songthang.Web.Shared;

namespace Songthang.Web.Features.Inbox;

/// <summary>The form of the inbox's filters, for the list or the map.</summary>
/// <param name="Address">What it shows.</param>
/// <param name="Page">Where it leads.</param>
public sealed record FilterForm(InboxAddress Address, string Page)
{
    /// <summary>The list has pages of some length, the map has none.</summary>
    public bool HasPages => Page == Links.Inbox;

    /// <summary>The quick view without any other filter.</summary>
    public string Cleared
    {
        get
        {
            var view = Address.ViewOf(Address.Filter.View);
            return HasPages ? view.ToString() : view.Map;
        }
    }
}
