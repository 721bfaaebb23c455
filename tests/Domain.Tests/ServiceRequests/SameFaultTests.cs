using CsCheck;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Tests.ServiceRequests;

public class SameFaultTests
{
    static readonly Place Here = new("140101", "ถนนโรจนะ", "", "", "", 14.352, 100.562);

    [Theory]
    // A degree of latitude is 111 km.
    [InlineData(0.0006, SameFaultReason.Near)]
    [InlineData(0.0008, null)]
    public void What_is_near_may_be_the_same(double north, SameFaultReason? expected) =>
        Assert.Equal(expected, SameFault.Of("lamp_out", Here, "wire_down", Here with { Latitude = 14.352 + north, Road = "" })?.Reason);

    [Theory]
    [InlineData("กฟภ. 12-34/5", "กฟภ 12 34.5", "140101", SameFaultReason.Pole)]
    [InlineData("๑๒๓๔", "1234", "", SameFaultReason.Pole)]
    [InlineData("1234", "1234", "140201", null)]
    [InlineData("1234", "1235", "140101", null)]
    [InlineData("", "", "140101", null)]
    public void The_pole_number_is_compared_as_people_write_it_within_one_subdistrict(
        string one, string other, string tambon, SameFaultReason? expected) =>
        Assert.Equal(expected, SameFault.Of(
            "lamp_out", Here with { PoleNumber = one, Latitude = null, Road = "" }, "stolen", Here with { PoleNumber = other, TambonCode = tambon, Road = "" })?.Reason);

    [Fact]
    public void A_pole_number_a_kilometre_away_is_another_pole() =>
        Assert.Null(SameFault.Of("lamp_out", Here with { PoleNumber = "12", Road = "" }, "lamp_out", Here with { PoleNumber = "12", Road = "", Latitude = 14.361 }));

    [Theory]
    [InlineData("โรจนะ", "140101", "section_out", SameFaultReason.Road)]
    [InlineData("ถนน โรจนะ", "140101", "lamp_out", SameFaultReason.Road)]
    [InlineData("ถนนโรจนะ", "140101", "pole_damaged", null)]
    [InlineData("ถนนโรจนะ", "140102", "lamp_out", null)]
    [InlineData("", "140101", "lamp_out", null)]
    public void The_same_road_and_kind_of_fault_in_one_subdistrict_may_be_the_same(
        string road, string tambon, string fault, SameFaultReason? expected) =>
        Assert.Equal(expected, SameFault.Of("lamp_out", Here, fault, Here with { Road = road, TambonCode = tambon, Latitude = null })?.Reason);

    [Fact]
    public void A_rectangle_holds_every_position_within_its_metres() =>
        Gen.Select(Gen.Double[-80, 80], Gen.Double[-170, 170], Gen.Double[-0.002, 0.002], Gen.Double[-0.002, 0.002], Gen.Double[1, 200])
            .Sample((latitude, longitude, north, east, metres) =>
            {
                var centre = Position.Create(latitude, longitude);
                var other = Position.Create(latitude + north, longitude + east);
                return centre.MetresTo(other) > metres || BoundingBox.Around(centre, metres).Contains(other);
            });
}
