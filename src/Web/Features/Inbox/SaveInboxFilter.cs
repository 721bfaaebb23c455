using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Inbox;

/// <param name="Name">As the officer calls it; one that is there already is replaced.</param>
/// <param name="Query">What it shows, as the list writes it.</param>
/// <param name="IsDefault">It is to open with the inbox.</param>
/// <param name="IsShared">Colleagues are to see it.</param>
public sealed record NewInboxFilter(string Name, string Query, bool IsDefault, bool IsShared);

public sealed class SaveInboxFilter(AppDb db)
{
    /// <exception cref="RuleBroken"><c>filter.too-many</c>.</exception>
    public async Task RunAsync(NewInboxFilter input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var own = await db.SavedFilters.Where(filter => filter.OfficerId == by.OfficerId).ToListAsync(cancellationToken);
        var saved = own.Find(filter => filter.Name == input.Name);
        if (saved is null && own.Count >= SavedFilter.MostOfOne)
        {
            throw new RuleBroken("filter.too-many", new(
                $"บันทึกตัวกรองได้ไม่เกิน {SavedFilter.MostOfOne} รายการ กรุณาลบที่ไม่ใช้แล้ว",
                $"At most {SavedFilter.MostOfOne} filters can be saved. Please delete one that you no longer use."));
        }

        if (saved is null)
            db.SavedFilters.Add(saved = new SavedFilter { OfficerId = by.OfficerId!.Value, Name = input.Name });
        saved.Query = input.Query;
        saved.IsShared = input.IsShared;
        if (input.IsDefault)
            foreach (var filter in own)
                filter.IsDefault = false;
        saved.IsDefault = input.IsDefault;
        await db.SaveChangesAsync(cancellationToken);
    }
}
