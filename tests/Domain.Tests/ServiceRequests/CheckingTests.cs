using CsCheck;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Tests.ServiceRequests;

public class CheckingTests
{
    static readonly Actor By = ARequest.Officer;

    static readonly CheckList Nothing = CheckList.Read("");

    [Fact]
    public void A_check_list_is_read_as_it_was_written() => Gen.Enum<Finding>().Array[5].Sample(found =>
    {
        var list = new CheckList(found[0], found[1], found[2], found[3], found[4]);
        Assert.Equal(list, CheckList.Read(list.Code));
    });

    [Theory]
    [InlineData("", null)]
    [InlineData("place=yes ours=yes complete=yes danger=yes duplicate=no", null)]
    [InlineData("ours=no", CheckAdvice.Forward)]
    [InlineData("place=no", CheckAdvice.Ask)]
    [InlineData("complete=no", CheckAdvice.Ask)]
    [InlineData("ours=no complete=no duplicate=yes", CheckAdvice.Merge)]
    [InlineData("ours=maybe nonsense", null)]
    public void What_was_found_says_what_comes_next(string found, CheckAdvice? advice)
    {
        var request = ARequest.Submitted().Then((it, now) => Check(it, now, CheckList.Read(found)));

        Assert.Equal(advice, request.Advice);
    }

    [Fact]
    public void Advice_that_was_followed_is_given_no_more()
    {
        var request = ARequest.Submitted().Then((it, now) => Check(it, now, Nothing with { Complete = Finding.No }));

        ARequest.AwaitingInformation(request).Then((it, now) => it.AnswerInformation("ฝั่งซ้าย", [], Actor.Requester, now));

        Assert.Null(request.Advice);
    }

    [Theory]
    [InlineData(Finding.Yes, false, true)]
    [InlineData(Finding.No, true, false)]
    [InlineData(Finding.Unknown, true, true)]
    [InlineData(Finding.Unknown, false, false)]
    public void Danger_makes_urgent_and_what_is_not_known_changes_nothing(Finding danger, bool before, bool after)
    {
        var request = ARequest.Submitted().Then((it, now) => it.CheckDetails(null, [], before, By, now));

        request.Then((it, now) => Check(it, now, Nothing with { Danger = danger }));

        Assert.Equal(after, request.IsUrgent);
    }

    [Fact]
    public void What_was_put_right_is_for_everyone_how_it_read_for_officers_alone()
    {
        var request = ARequest.Submitted();
        var right = request.Place with { TambonCode = "140102", Road = "ถนนอู่ทอง" };

        request.Then((it, now) => it.CheckDetails(new(new("wire_down", right, "ไฟดับ"), [], Nothing, ""), FaultTypes.Shipped, ARequest.Province, By, now));

        Assert.Equal(("wire_down", right, "ไฟดับ", true), (request.FaultCode, request.Place, request.PublicSymptom, request.IsUrgent));
        var told = Assert.Single(request.Timeline, entry => entry.Kind == TimelineKind.DetailsCorrected);
        Assert.Equal((Audience.Public, "", "อาการที่พบ, ตำบล, ถนน, ข้อความที่เผยแพร่"), (told.Audience, told.Text, told.DetailWords()?.Thai));
        var kept = Assert.Single(request.Timeline, entry => entry.Kind == TimelineKind.CorrectionNoted);
        Assert.Equal(Audience.Officers, kept.Audience);
        Assert.Equal("""
            อาการที่พบ: “ไฟดับ 1 ดวง” → “สายไฟขาดหรือหย่อน”
            ตำบล: “ต.ประตูชัย อ.พระนครศรีอยุธยา” → “ต.กะมัง อ.พระนครศรีอยุธยา”
            ถนน: “ถนนทดสอบ” → “ถนนอู่ทอง”
            ข้อความที่เผยแพร่: “ไฟดับหน้าบ้าน” → “ไฟดับ”
            """, kept.Text);
        Assert.Equal("ไฟดับหน้าบ้าน", request.Symptom);
    }

    [Fact]
    public void A_check_that_changes_nothing_corrects_nothing()
    {
        var request = ARequest.Submitted().Then((it, now) => Check(it, now, Nothing));

        Assert.DoesNotContain(request.Timeline, entry => entry.Kind is TimelineKind.DetailsCorrected or TimelineKind.CorrectionNoted);
    }

    [Fact]
    public void Keeping_words_back_that_nobody_saw_corrects_nothing_and_hiding_them_later_does()
    {
        var request = ARequest.Submitted()
            .Then((it, now) => it.CheckDetails(new(new(it.FaultCode, it.Place, null), [], Nothing, ""), FaultTypes.Shipped, ARequest.Province, By, now));
        Assert.DoesNotContain(request.Timeline, entry => entry.Kind == TimelineKind.DetailsCorrected);

        var shown = ARequest.Completed()
            .Then((it, now) => it.CorrectDetails(new(it.FaultCode, it.Place, null), ["a1"], FaultTypes.Shipped, ARequest.Province, By, now));

        Assert.Null(shown.PublicSymptom);
        Assert.Equal("words,photos", shown.Timeline[^2].Detail);
        Assert.Equal(["a1", "b1"], shown.Photos.Where(photo => photo.IsPublic).Select(photo => photo.Key));
    }

    [Fact]
    public void Correcting_needs_a_check_a_change_and_right_details()
    {
        var request = ARequest.Checked();
        Assert.Equal("request.nothing-corrected", Refused(request, request.FaultCode, request.Place));
        Assert.Equal("request.fault-unknown", Refused(request, "nonsense", request.Place));
        Assert.Equal("request.place-missing", Refused(request, request.FaultCode, new Place("", "", "", "", "", null, null)));
        Assert.Equal("request.position", Refused(request, request.FaultCode, request.Place with { Latitude = 91, Longitude = 0 }));

        static string Refused(ServiceRequest it, string fault, Place place) => Assert.Throws<RuleBroken>(
            () => it.CorrectDetails(new(fault, place, it.PublicSymptom), [], FaultTypes.Shipped, ARequest.Province, By, it.Later())).Code;
    }

    static void Check(ServiceRequest it, DateTime now, CheckList list) =>
        it.CheckDetails(new(new(it.FaultCode, it.Place, it.PublicSymptom ?? it.Symptom), [], list, ""), FaultTypes.Shipped, ARequest.Province, By, now);
}
