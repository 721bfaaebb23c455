using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Poles;

public class FindingTests
{
    static readonly Position Here = Position.Create(14.35, 100.56);

    [Fact]
    public async Task Poles_are_found_by_position_by_number_and_by_label()
    {
        await using var app = await TestApp.StartAsync();
        await app.WithDbAsync(async db =>
        {
            db.Poles.AddRange(
                Given.APole(1, "อบจ.อย. 15-58", 14.35, 100.56), Given.APole(2, "อบจ.อย. 15-59", 14.3502, 100.56),
                Given.APole(3, "", 14.3503, 100.56, it => it.Retire(new(2026, 1, 1), "ล้ม", Given.Officer, TestApp.Monday.UtcDateTime)),
                Given.APole(4, "อบจ.อย. 15-60", 14.36, 100.56));
            return await db.SaveChangesAsync();
        });

        await app.WithAsync<Infrastructure.Persistence.Queries.Poles, int>(async poles =>
        {
            var near = await poles.NearAsync(Here, 50, 10, default);
            Assert.Equal([1, 2], near.Select(one => one.Pole.CodeNumber));
            Assert.InRange(near[1].Metres, 20, 25);
            Assert.Equal(2, (await poles.InBoxAsync(new(100.55, 14.3, 100.57, 14.3501), 10, default)).Count
                + (await poles.InBoxAsync(new(100.55, 14.355, 100.57, 14.4), 10, default)).Count);
            Assert.Equal(1, Assert.Single(await poles.ByNumberAsync("๑๕/๕๘", default)).CodeNumber);
            Assert.Equal(1, Assert.Single(await poles.ByNumberAsync("อย 15-58", default)).CodeNumber);
            Assert.Empty(await poles.ByNumberAsync("15-5", default));
            Assert.True(Assert.Single(await poles.ByLabelAsync(PoleCode.Create(3).ToString(), default)).IsRetired);
            Assert.Equal(2, Assert.Single(await poles.ByLabelAsync("15-59", default)).CodeNumber);
            return 0;
        });
    }

    [Fact]
    public async Task Poles_of_an_older_register_get_their_keys_when_the_program_starts()
    {
        await using var app = await TestApp.StartAsync();
        await app.WithDbAsync(async db =>
        {
            db.Poles.AddRange(Given.APole(1, "1-11", 14.35, 100.56), Given.APole(2, "", 14.3502, 100.56), Given.APole(3, "7-7", 14.3504, 100.56));
            await db.SaveChangesAsync();
            // As they were derived before: without dashes, and with no second key.
            return await db.Database.ExecuteSqlRawAsync("UPDATE poles SET number_key = replace(number, '-', ''), number_loose_key = '', search_text = 'old' WHERE number <> ''");
        });

        await app.WithDbAsync(async db =>
        {
            await Database.PrepareAsync(db, default);
            return 0;
        });

        var keys = await app.WithDbAsync(db => db.Poles.OrderBy(pole => pole.CodeNumber).Select(pole => pole.NumberKey + " " + pole.NumberLooseKey).ToListAsync());
        Assert.Equal(["1-11 111", " ", "7-7 77"], keys);
        Assert.Equal(0, await app.WithDbAsync(db => db.Poles.CountAsync(pole => EF.Property<string>(pole, Infrastructure.Search.PoleSearch.SearchText) == "old")));
        Assert.Equal([1, 1], await app.WithDbAsync(db => db.Poles.Where(pole => pole.Number != "").Select(pole => pole.Version).ToListAsync()));
    }

    [Fact]
    public async Task One_number_names_one_pole_in_use_of_its_owner()
    {
        await using var app = await TestApp.StartAsync();
        await app.WithDbAsync(async db =>
        {
            db.Poles.AddRange(
                Given.APole(1, "15-58", 14.35, 100.56, it => it.Retire(new(2026, 1, 1), "ล้ม", Given.Officer, TestApp.Monday.UtcDateTime)),
                Given.APole(2, "อบจ.อย. 15-58", 14.35, 100.56), Given.APole(3, "", 14.35, 100.56), Given.APole(4, "", 14.35, 100.56));
            return await db.SaveChangesAsync();
        });
        await Assert.ThrowsAsync<DbUpdateException>(() => app.WithDbAsync(db =>
        {
            db.Poles.Add(Given.APole(5, "15/58", 14.36, 100.56));
            return db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_request_remembers_its_pole_also_when_it_is_closed()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Sent(s => s with { Place = s.Place with { PoleNumber = "อบจ.อย. ๑๕-๕๘" } }).Withdrawn());
        var keys = await app.WithDbAsync(db => db.ServiceRequests.Where(r => r.Id == request.Id)
            .Select(r => EF.Property<string?>(r, DerivedColumns.PoleKey)).ToListAsync());
        Assert.Equal("1558", Assert.Single(keys));
    }
}
