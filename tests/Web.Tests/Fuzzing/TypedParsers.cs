using Songthang.Domain;
using Songthang.Domain.Assets;
using Songthang.Domain.Figures;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Search;
using Songthang.Infrastructure.Uploads;
using Songthang.Infrastructure.Webhooks;
using Songthang.Web.Features.Accounts;
using Songthang.Web.Features.Accounts.SecondFactors;
using Songthang.Web.Features.Administration;
using Songthang.Web.Features.Reporting;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Tests.Fuzzing;

/// <summary>What people type into a field: it is understood or not, and what is understood is written and understood again as the same.</summary>
static class TypedParsers
{
    static readonly DateTime Now = new(2026, 11, 23, 9, 30, 0, DateTimeKind.Utc);
    static readonly LinkSeal Seal = LinkSeal.Of([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);

    static readonly Colleague[] Colleagues = [new(1, "somchai", "สมชาย ใจดี"), new(2, "malee", "มาลี ศรีสุข")];

    public static IEnumerable<Parser> All =>
    [
        Parser.OfText("reference number", Reference_, "69-00123-4", Reference.Create(2569, 123).ToString(), "๖๙–๐๐๑๒๓–๔", "690012345678"),
        Parser.OfText("paper number and words", text => SearchWords.Read(text), "123/2569", "ไฟทางดับ หน้าวัด", "081-234-5678", Reference.Create(2569, 1).ToString()),
        Parser.OfText("pole code", Pole, PoleCode.Create(1).ToString(), PoleCode.Create(123456).ToString(), "๐๐๐๑๒๓-๔"),
        Parser.OfText("pole number", PoleNumber_, "อบจ.อย. 15-58", "๑๕/๕๘", "อย.4017/35", "อบจอย1558"),
        Parser.OfText("telephone number", Phone, "081-234-5678", "+66 81 234 5678", "๐๓๕ ๒๔๑ ๖๑๒", "0-3524-1612 ต่อ 12"),
        Parser.OfText("email address", Email, "somchai@example.go.th", "a.b+c@xn--12c1fe0br.example", "มานี@ตัวอย่าง.ไทย"),
        Parser.OfText("text", Text, "ไฟดับ\r\nหน้าวัดใหญ่", "น้ำ นํ้า เเสง ํา", "👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "a\u0301\u0301\u0301\u0301"),
        Parser.OfText("day and time", Noticed, "23/11/2569", "2026-11-23", "๒๓ ๑๑ ๒๕๖๙", "21.30 น.", "29-2-2567", "31.12.9999"),
        Parser.OfText("day of an address", Day, "2026-11-23", "2569-11-23", "2400-02-29"),
        Parser.OfText("moment of an address", text => Songthang.Web.Api.ApiMoment.Read(text), "2026-11-23T10:00:00Z", "2026-11-23T10:00:00.1234567+07:00", "2026-11-23", "2026-11-23T10:00:00 07:00"),
        Parser.OfText("lines of holidays", text => HolidayLines.Read(text), "13/4/2570 วันสงกรานต์ | Songkran", "2027-04-14\tวันสงกรานต์\n15.4.2570, วันสงกรานต์"),
        Parser.OfText("position", Position_, "14.352123, 100.561987", "๑๔.๓๕ ๑๐๐.๕๖", "-0,180"),
        Parser.OfText("number of a work order", Order, "12/2569", "2569-12", "๑๒/๒๕๖๙"),
        Parser.OfText("period", Period_, "2570", "2570q1", "2569m11", "2700q4", "2500m1"),
        Parser.OfText("chosen request", Chosen, new Features.Several.ChosenRequest(Reference.Create(2569, 7).ToString(), 12).ToString()),
        Parser.OfText("place in a list", Place, "1795402800000-42", "0-0", "253402300799999-9223372036854775807"),
        Parser.OfText("key of a form", text => FormKey.IsValid(text), FormKey.New(), new string('A', 64)),
        Parser.OfText("secret of a link", Link, "AAECAwQFBgcICQoLDA0ODw", Seal.Seal("AAECAwQFBgcICQoLDA0ODw"), "~~AA"),
        Parser.OfText("code of an authenticator", text => OneTimeCode.Find("12345678901234567890"u8, text, Now), "287082", "๒๘๗ ๐๘๒"),
        Parser.OfText("recovery code", text => RecoveryCodes.IsOne(text), "ABCDE-FGHJK-MNPQR", "abcde fghjk"),
        Parser.OfText("user name", text => Parser.Same(UserNames.Clean(text), UserNames.Clean(UserNames.Clean(text)), "cleaned twice"), "somchai", " Malee.S "),
        Parser.OfText("mentioned colleagues", text => _ = Mentioning.In(text, Colleagues).ToList(), "ฝาก @สมชาย ดูครับ", "@malee @somchai"),
        Parser.OfText("address of a webhook", Webhook, "https://example.org/hook?x=1", "https://[::ffff:127.0.0.1]/", "https://user:secret@example.org:8443/ไทย"),
    ];

    static void Reference_(string text)
    {
        if (!Reference.TryParse(text, out var read))
            return;
        Parser.Same(true, Reference.TryParse(read.ToString(), out var again), read.ToString());
        Parser.Same(read, again, text);
        Parser.Same(read, Reference.OfKey(read.Key), text);
    }

    static void Pole(string text)
    {
        if (PoleCode.TryParse(text, out var read) && (!PoleCode.TryParse(read.ToString(), out var again) || again != read))
            throw new InvalidOperationException($"{read} is not read again.");
        _ = PoleCode.IsMistyped(text);
    }

    static void PoleNumber_(string text)
    {
        Parser.Same(PoleNumber.Key(text), PoleNumber.Key(ThaiText.Clean(text)), "key of the cleaned number");
        Parser.Same(true, PoleNumber.MayBeOne(text, text), "the same number");
        _ = PoleNumber.LooseKey(text) + PoleNumber.Order(text) + PoleNumber.WithoutLetters(text);
    }

    static void Phone(string text)
    {
        if (PhoneNumber.TryParse(text, out var read))
            Parser.Same((true, read), (PhoneNumber.TryParse(read.Display, out var again), again), read.Display);
    }

    static void Email(string text)
    {
        if (!EmailAddress.TryParse(text, out var read))
            return;
        Parser.Same((true, read), (EmailAddress.TryParse(read.Address, out var again), again), read.Address);
        if (read.Address.Any(char.IsControl))
            throw new InvalidOperationException("A control character came through.");
    }

    static void Text(string text)
    {
        var clean = ThaiText.Clean(text);
        Parser.Same(clean, ThaiText.Clean(clean), "cleaned twice");
        var folded = ThaiText.Fold(text);
        Parser.Same(folded, ThaiText.Fold(folded), "folded twice");
        if (ThaiText.Length(clean) > clean.Length || clean.Any(sign => char.IsControl(sign) && sign != '\n'))
            throw new InvalidOperationException("It is longer than it is, or holds what the eye cannot see.");
    }

    static void Noticed(string text)
    {
        var parts = text.Split(' ', 2);
        NoticedMoment.TryRead(parts[0], parts.ElementAtOrDefault(1) ?? "", Now, out _);
        NoticedMoment.TryRead(text, "", Now, out _);
        NoticedMoment.TryRead("", text, Now, out _);
    }

    static void Day(string text)
    {
        if (Songthang.Web.Shared.TypedDay.Read(text) is { } day)
            Parser.Same(day, Songthang.Web.Shared.TypedDay.Read(Songthang.Web.Shared.TypedDay.Write(day)), text);
        _ = Features.WorkOrders.PlannedDay.Read(text);
    }

    static void Position_(string text)
    {
        if (TypedPosition.TryRead(text, out var north, out var east) && north is { } lat)
            Domain.Geography.Position.Create(lat, east!.Value);
    }

    static void Order(string text)
    {
        if (WorkOrderNumber.TryParseSlug(text, out var read))
            Parser.Same(text, read.Slug, "slug");
        if (WorkOrderNumber.ReadTyped(text, 2569) is { } typed)
            Parser.Same(typed, WorkOrderNumber.ReadTyped(typed.ToString(), 2569), text);
    }

    static void Period_(string text)
    {
        if (Period.Read(text) is { } period)
            Parser.Same(period.Code, Period.Read(period.Code)?.Code, text);
    }

    static void Chosen(string text)
    {
        if (Features.Several.ChosenRequest.Read(text) is { } chosen)
            Parser.Same(chosen, Features.Several.ChosenRequest.Read(chosen.ToString()), text);
    }

    static void Place(string text)
    {
        if (Infrastructure.Persistence.Queries.PageStart.Read(text, isBackwards: false) is { } start)
            Parser.Same(start, Infrastructure.Persistence.Queries.PageStart.Read(start.Key, isBackwards: false), text);
    }

    static void Link(string text)
    {
        _ = Seal.Open(text);
        Parser.Same(text, Seal.Open(Seal.Seal(text)), "sealed and opened");
    }

    static void Webhook(string text)
    {
        try
        {
            Parser.Same("https", WebhookAddress.Read(text, allowPrivate: false).Scheme, text);
        }
        catch (RuleBroken)
        {
            // Refused with a sentence.
        }
    }
}
