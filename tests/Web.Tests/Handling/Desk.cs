using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Handling;

/// <summary>What the tests of handling do again and again.</summary>
static class Desk
{
    public const string Form = "form.act-form";

    public static Task<ServiceRequest> ByEmailAsync(TestApp app, Func<Story, Story>? tell = null) => Given.ARequestAsync(app, it =>
    {
        it.From("ทดสอบ ใจดี", "0812345678", "reporter@example.org", ToldBy.Email);
        return tell is null ? it : tell(it);
    });

    /// <summary>A request in a state in which this act is allowed.</summary>
    public static async Task<ServiceRequest> ReadyForAsync(TestApp app, Act act)
    {
        // Merging takes two: the first request of the program, see Other, and the one that is acted on.
        var other = act is Act.Merge or Act.Gather or Act.Split ? await ByEmailAsync(app) : null;
        return await (act == Act.Split ? ByEmailAsync(app, it => it.MergedInto(other!)) : ReadyAsync(app, act));
    }

    /// <summary>Reference of the first request of a program.</summary>
    static string Other { get; } = Reference.Create(2569, 1).ToString();

    static Task<ServiceRequest> ReadyAsync(TestApp app, Act act) => ByEmailAsync(app, it => act switch
    {
        Act.Accept or Act.Correct => it.Checked("ไฟดับ"),
        Act.Answer => it.Asked(),
        Act.Reply or Act.Letter => it.Forwarded(),
        Act.Start => it.Accepted(),
        Act.Pause or Act.Complete => it.Accepted().Started(),
        Act.Reopen => it.Accepted().Completed(),
        _ => it,
    });

    /// <summary>A request in a state in which this act is refused; for acts that can be.</summary>
    public static Task<ServiceRequest> NotReadyForAsync(TestApp app, Act act) => act switch
    {
        Act.Reopen or Act.Correct => ByEmailAsync(app),
        Act.Start => ByEmailAsync(app, it => it.Asked()),
        _ => ByEmailAsync(app, it => it.Accepted().Completed()),
    };

    public static string AddressOf(ServiceRequest request, Act act) => Links.Handle(request.Reference, act.Slug());

    /// <summary>What has to be filled in for this act.</summary>
    public static (string, string?)[] Fields(Act act) => act switch
    {
        Act.Ask => [("Text", "เสาอยู่ฝั่งใดของถนน")],
        Act.Correct => [("Road", "ถนนที่ถูกต้อง")],
        Act.Answer => [("Text", "ฝั่งซ้าย")],
        Act.Reply => [("Text", "ซ่อมแล้ว")],
        Act.Letter => [("Number", "อย 51004/1")],
        Act.Pause => [("ReasonCode", "parts")],
        Act.Complete => [("WhatWasDone", "เปลี่ยนหลอดแล้ว")],
        Act.Decline => [("ReasonCode", "working"), ("Text", "ไฟติดเป็นปกติแล้ว"), ("Step", "send")],
        Act.Forward => [("Receiver", "เทศบาลทดสอบ")],
        Act.Merge => [("Main", Other), ("Step", "send")],
        Act.Gather => [("Others", Other)],
        Act.Split => [("Reason", "เสาคนละต้น")],
        Act.Reopen or Act.Withdraw => [("Reason", "ผู้แจ้งโทรศัพท์มา")],
        Act.Write => [("Text", "ช่างจะเข้าพื้นที่พรุ่งนี้")],
        Act.Note => [("Text", "ดูแล้ว")],
        // The first account of the program, whoever it is that signs in.
        Act.Assign => [("OfficerId", "1")],
        _ => [],
    };

    /// <summary>Opens the form of an act, fills it in and sends it.</summary>
    public static async Task<Page> ActAsync(
        this Visitor officer, ServiceRequest request, Act act, params (string Name, string? Value)[] values) =>
        await officer.SubmitAsync(await officer.GetAsync(AddressOf(request, act)), Form, values);

    public static Task<Visitor> OfficerAsync(TestApp app) => app.SignInAsync(OfficerRole.Officer);

    /// <summary>About what the requester is told by email, oldest first.</summary>
    public static Task<List<TimelineKind>> ToldAsync(TestApp app, ServiceRequest request) => app.WithDbAsync(db => db.Outbox
        .Where(message => message.ServiceRequestId == request.Id && message.Recipient == NoticeRecipient.Requester)
        .OrderBy(message => message.Id).Select(message => message.Entry!.Kind).ToListAsync());
}
