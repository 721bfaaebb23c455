using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;

namespace Songthang.Domain.Tests.Assets;

public class PoleTests
{
    static readonly DateTime Now = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly Actor By = Actor.Officer(1, "สมศรี ทดสอบ");
    static readonly PoleFacts Facts = new("อบจ.อย. 15-58", Position.Create(14.3521, 100.5619), "ถนนทดสอบ");

    static Pole APole() => Pole.Register(PoleCode.Create(1), Facts, "140101", By, Now);

    [Fact]
    public void Registering_is_the_first_thing_of_its_history()
    {
        var pole = APole();
        Assert.Equal(("15-58", "1558"), (pole.NumberKey, pole.NumberLooseKey));
        Assert.Equal("ทดสอบ", pole.RoadKey);
        Assert.Equal(Facts, pole.Facts);
        var entry = Assert.Single(pole.History);
        Assert.Equal((PoleEvent.Registered, 1, "สมศรี ทดสอบ"), (entry.Kind, entry.Number, entry.ActorName));
    }

    [Fact]
    public void A_correction_tells_what_was_and_what_is()
    {
        var pole = APole();
        Assert.True(pole.Correct(Facts with { PowerWatts = 120, Road = "ถนนใหม่" }, "140101", By, Now));
        Assert.Equal(
            [new PoleChange(PoleField.Road, "ถนนทดสอบ", "ถนนใหม่"), new PoleChange(PoleField.Power, "", "120")], pole.History[^1].Changes);
        Assert.Equal(2, pole.Version);
    }

    [Fact]
    public void A_correction_that_changes_nothing_leaves_no_trace()
    {
        var pole = APole();
        Assert.False(pole.Correct(Facts with { Position = Position.Create(14.352100001, 100.5619) }, "140101", By, Now));
        Assert.Single(pole.History);
    }

    [Fact]
    public void A_retired_pole_can_be_brought_back_and_keeps_its_history()
    {
        var pole = APole();
        pole.Retire(Today, "ถูกรถชน", By, Now);
        Assert.Equal((Today, "ถูกรถชน"), (pole.RetiredOn, pole.RetiredBecause));
        Assert.Equal("pole.retired", Assert.Throws<RuleBroken>(() => pole.Retire(Today, "อีกครั้ง", By, Now)).Code);
        pole.BringBack(By, Now);
        Assert.Null(pole.RetiredOn);
        Assert.Equal([PoleEvent.Registered, PoleEvent.Retired, PoleEvent.BroughtBack], pole.History.Select(entry => entry.Kind));
        Assert.Equal("pole.in-use", Assert.Throws<RuleBroken>(() => pole.BringBack(By, Now)).Code);
    }

    [Fact]
    public void Retiring_needs_a_reason_and_no_day_of_the_future()
    {
        Assert.Equal("pole.reason", Assert.Throws<RuleBroken>(() => APole().Retire(Today, "", By, Now)).Code);
        Assert.Equal("pole.day", Assert.Throws<RuleBroken>(() => APole().Retire(Today.AddDays(1), "ย้าย", By, Now)).Code);
    }

    [Fact]
    public void What_cannot_be_so_is_refused_field_by_field()
    {
        var wrong = Facts with
        {
            Number = "--",
            PowerWatts = 0,
            ExpectedLifeYears = 99,
            InstalledOn = new(2569, 1, 1),
            WarrantyUntil = new(2020, 1, 1),
            Notes = new string('ก', 1001),
        };
        Assert.Equal(
            [PoleField.Number, PoleField.Power, PoleField.InstalledOn, PoleField.WarrantyUntil, PoleField.ExpectedLife, PoleField.Notes],
            wrong.Problems().Select(problem => problem.Field).Distinct().Order());
        Assert.Equal("pole.facts", Assert.Throws<RuleBroken>(() => Pole.Register(PoleCode.Create(1), wrong, "", By, Now)).Code);
    }

    [Fact]
    public void Photos_come_and_go_up_to_a_bound()
    {
        var pole = APole();
        pole.AddPhotos(["a", "b", "a"], By, Now);
        Assert.Equal(2, pole.Photos.Count);
        Assert.True(pole.RemovePhoto("a", By, Now));
        Assert.False(pole.RemovePhoto("a", By, Now));
        var many = Enumerable.Range(0, Pole.MostPhotos).Select(number => $"{number}").ToList();
        Assert.Equal("pole.photos", Assert.Throws<RuleBroken>(() => pole.AddPhotos(many, By, Now)).Code);
    }
}
