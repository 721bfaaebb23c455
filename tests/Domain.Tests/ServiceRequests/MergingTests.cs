using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Tests.ServiceRequests;

public class MergingTests
{
    static readonly Actor By = ARequest.Officer;

    [Fact]
    public void A_request_is_merged_into_another_one_that_stands_for_itself()
    {
        var request = ARequest.Submitted();

        Assert.Equal("request.merge-target", Assert.Throws<RuleBroken>(() => request.MergeInto(request, By, request.Later())).Code);
        Assert.Equal("request.merge-target", Assert.Throws<RuleBroken>(() => request.MergeInto(MergedElsewhere(), By, request.Later())).Code);
        Assert.Equal("69-00002-6", ARequest.Duplicate().Timeline[^1].Detail);
    }

    [Theory]
    [InlineData(ServiceRequestStatus.Completed)]
    [InlineData(ServiceRequestStatus.Declined)]
    [InlineData(ServiceRequestStatus.Forwarded)]
    [InlineData(ServiceRequestStatus.Withdrawn)]
    public void Nothing_is_merged_into_what_is_settled_but_by_an_old_register(ServiceRequestStatus status)
    {
        var main = ARequest.In(status);
        var request = ARequest.Other();

        Assert.Equal("request.merge-closed", Assert.Throws<RuleBroken>(() => request.MergeInto(main, By, request.Later())).Code);
        request.MergeInto(main, Actor.Import, request.Later());

        Assert.Equal(ServiceRequestStatus.Duplicate, request.Status);
    }

    [Fact]
    public void Split_off_it_is_decided_anew_and_the_days_of_the_work_do_not_run()
    {
        var request = ARequest.Accepted().Then((it, now) => it.MergeInto(ARequest.Other(), By, now));
        Assert.Equal("request.reason-missing", Assert.Throws<RuleBroken>(() => request.SplitOff(" ", By, request.Later())).Code);

        request.SplitOff("คนละต้น", By, request.Later());

        Assert.Equal((ServiceRequestStatus.Submitted, null, null), (request.Status, request.MergedIntoId, request.Moments().Accepted));
        Assert.Equal(("คนละต้น", Audience.Requester), (request.Timeline[^1].Text, request.Timeline[^1].Audience));
    }

    [Fact]
    public void A_merged_requests_requester_rates_each_repair_of_the_main_one_once()
    {
        var request = ARequest.Duplicate();
        var main = ARequest.Completed();
        Assert.Throws<RuleBroken>(() => request.Rate(true, 5, "", Actor.Requester, request.Later()));

        request.Rate(true, 4, "", Actor.Requester, main.Later(), main);

        Assert.Equal("request.rated", Assert.Throws<RuleBroken>(() => request.Rate(true, 1, "", Actor.Requester, main.Later(2), main)).Code);
        main.Reopen("ยังดับ", By, main.Later(5));
        main.Complete("เปลี่ยนอีกครั้ง", [], By, main.Later(5));
        request.Rate(true, 5, "", Actor.Requester, main.Later(), main);
        Assert.Equal(5, request.Satisfaction);
    }

    [Fact]
    public void What_another_reporter_says_is_for_officers_only_when_the_request_is_reopened()
    {
        var main = ARequest.Completed();

        main.Reopen("ไฟหน้าบ้านเลขที่ 9 ยังดับ", Actor.Requester, main.Later(), askedBy: "69-00002-6");

        Assert.Equal((TimelineKind.Reopened, "", "69-00002-6"), (main.Timeline[^2].Kind, main.Timeline[^2].Text, main.Timeline[^2].Detail));
        Assert.Equal(Audience.Officers, main.Timeline[^1].Audience);
    }

    static ServiceRequest MergedElsewhere() => ARequest.Other().Then((it, now) => it.MergeInto(ARequest.Submitted(), By, now));
}
