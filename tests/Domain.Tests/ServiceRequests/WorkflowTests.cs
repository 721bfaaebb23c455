using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Tests.ServiceRequests;

public class WorkflowTests
{
    // Design section 3, written down once more: rows are from, columns to, in the order of the states.
    const string Table = """
        Submitted            . ask acc . . fwd dec dup wdr
        AwaitingInformation  sub . acc wrk . . dec . wdr
        Accepted             . ask . wrk done fwd . dup wdr
        InProgress           . ask acc . done . . . .
        Completed            . . acc . . . . . .
        Forwarded            . . acc . . . . . .
        Declined             . . acc . . . . . .
        Duplicate            sub . . . . . . . .
        Withdrawn            . . . . . . . . .
        """;

    public static TheoryData<ServiceRequestStatus, ServiceRequestStatus, bool> EveryPair { get; } = [.. Pairs()];

    static IEnumerable<TheoryDataRow<ServiceRequestStatus, ServiceRequestStatus, bool>> Pairs() =>
        from line in Table.Split('\n')
        let cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        from to in Enum.GetValues<ServiceRequestStatus>()
        select new TheoryDataRow<ServiceRequestStatus, ServiceRequestStatus, bool>(
            Enum.Parse<ServiceRequestStatus>(cells[0]), to, cells[(int)to + 1] != ".");

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void The_table_allows_what_the_design_allows(ServiceRequestStatus from, ServiceRequestStatus to, bool allowed)
    {
        Assert.Equal(allowed, Workflow.Allows(from, to));
        Assert.Equal(allowed, Workflow.Next(from).Contains(to));
        if (!allowed)
            Assert.Equal("request.transition", Assert.Throws<RuleBroken>(() => Workflow.Require(from, to)).Code);
    }

    [Fact]
    public void Every_pair_of_states_is_in_the_table() =>
        Assert.Equal(Enum.GetValues<ServiceRequestStatus>().Length * Enum.GetValues<ServiceRequestStatus>().Length, Pairs().Count());

    public static TheoryData<ServiceRequestStatus, Act> EveryStateAndAct { get; } = [..
        from status in Enum.GetValues<ServiceRequestStatus>()
        from act in Acts.All
        select new TheoryDataRow<ServiceRequestStatus, Act>(status, act)];

    [Theory]
    [MemberData(nameof(EveryStateAndAct))]
    public void What_is_offered_is_what_the_verb_does(ServiceRequestStatus status, Act act)
    {
        var request = ARequest.In(status);
        var offered = act.IsAllowed(status, request.CheckedAt is not null);

        var refused = Record.Exception(() => Do(act, request));

        Assert.Equal(offered, refused is null);
        Assert.True(refused is null or RuleBroken { Code: "request.transition" or "request.not-checked" or "request.not-awaiting-information" or "request.merge-closed" or "request.merge-target" or "request.settled" });
    }

    [Theory]
    [MemberData(nameof(EveryStateAndAct))]
    public void A_refused_act_changes_nothing(ServiceRequestStatus status, Act act)
    {
        var request = ARequest.In(status);
        var before = (request.Status, request.Version, request.Timeline.Count, request.Photos.Count, request.AnswerBy, request.PublicSymptom);

        if (Record.Exception(() => Do(act, request)) is null)
            Assert.NotEqual(before.Version, request.Version);
        else
            Assert.Equal(before, (request.Status, request.Version, request.Timeline.Count, request.Photos.Count, request.AnswerBy, request.PublicSymptom));
    }

    [Theory]
    [InlineData(ServiceRequestStatus.Submitted, false, false, Act.Check)]
    [InlineData(ServiceRequestStatus.Submitted, true, false, Act.Accept)]
    [InlineData(ServiceRequestStatus.AwaitingInformation, true, false, null)]
    [InlineData(ServiceRequestStatus.Accepted, true, false, Act.Start)]
    [InlineData(ServiceRequestStatus.InProgress, true, false, Act.Complete)]
    [InlineData(ServiceRequestStatus.Completed, true, false, Act.Call)]
    [InlineData(ServiceRequestStatus.Completed, true, true, null)]
    [InlineData(ServiceRequestStatus.Declined, true, false, null)]
    public void One_act_brings_a_request_on(ServiceRequestStatus status, bool isChecked, bool isResultTold, Act? expected)
    {
        var next = Acts.Next(status, isChecked, isResultTold);

        Assert.Equal(expected, next);
        Assert.True(next is null || next.Value.IsAllowed(status, isChecked));
    }

    static void Do(Act act, ServiceRequest it)
    {
        var (by, now) = (ARequest.Officer, it.Later());
        Action verb = act switch
        {
            Act.Check => () => it.CheckDetails("ไฟดับ", [], true, by, now),
            Act.Correct => () => it.CorrectDetails(
                new(it.FaultCode, it.Place with { Road = "ถนนที่ถูกต้อง" }, it.PublicSymptom), [], FaultTypes.Shipped, ARequest.Province, by, now),
            Act.Accept => () => it.Accept("", by, now),
            Act.Ask => () => it.AskForInformation("อยู่ฝั่งใด", now.AddDays(7), by, now),
            Act.Answer => () => it.AnswerInformation("ฝั่งซ้าย", [], by, now),
            Act.Start => () => it.StartWork("", by, now),
            Act.Pause => () => it.PauseWork("parts", "", by, now),
            Act.Complete => () => it.Complete("ซ่อมแล้ว", ["c1"], by, now),
            Act.Decline => () => it.Decline(DeclineReason.All[0], "ไม่ใช่ไฟสาธารณะ", by, now),
            Act.Forward => () => it.Forward("กฟภ.", "", by, now),
            Act.Merge => () => it.MergeInto(ARequest.Other(), by, now),
            Act.Gather => () =>
            {
                var other = ARequest.Other();
                other.MergeInto(it, by, now);
                it.TakeIn(other, by, now);
            }
            ,
            Act.Split => () => it.SplitOff("คนละต้น", by, now),
            Act.Reply => () => it.RecordAuthoritysAnswer("ซ่อมแล้ว", false, by, now),
            Act.Letter => () => it.RecordLetter(new("อย 51004/1", null), by, now),
            Act.Reopen => () => it.Reopen("ยังไม่ติด", by, now),
            Act.Withdraw => () => it.Withdraw("ผู้แจ้งขอ", by, now),
            Act.Assign => () => it.AssignTo(8, "สมหญิง", by, now),
            Act.Call => () => it.RecordCall("", by, now),
            Act.Write => () => it.WriteToRequester("จะเข้าซ่อมพรุ่งนี้", [], by, now),
            Act.Note => () => it.AddNote("ดูแล้ว", by, now),
            Act.Print => () => it.RecordPrinting(by, now),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
        verb();
    }
}
