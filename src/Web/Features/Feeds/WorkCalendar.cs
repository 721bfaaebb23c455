using System.Globalization;
using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Feeds;

/// <summary>Planned work as a calendar to subscribe to: one whole-day event for each road, only what everyone may know.</summary>
sealed class WorkCalendar(PlannedWork planned, Province province, IOptions<Agency> agency, PublicAddress address)
{
    const int DaysBack = 31, DaysAhead = 366;

    /// <param name="amphoe">Its code; empty for all.</param>
    /// <param name="tambon">Its code; empty for all.</param>
    /// <param name="road">As people write it; empty for all.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<PublicFile> ReadAsync(string amphoe, string tambon, string road, DateTime now, CancellationToken cancellationToken)
    {
        var today = ThaiDates.BangkokDate(now);
        var work = await planned.ReadAsync(today.AddDays(-DaysBack), today.AddDays(DaysAhead), amphoe, tambon, road, cancellationToken);
        var name = $"งานซ่อมไฟฟ้าสาธารณะ {agency.Value.ShortName.Thai}";
        var file = new CalendarFile().Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//Songthang//Planned work//TH")
            .Line("CALSCALE", "GREGORIAN").Line("METHOD", "PUBLISH").Text("NAME", name).Text("X-WR-CALNAME", name)
            .Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H").Line("X-PUBLISHED-TTL", "PT1H");
        WriteTimeZone(file);
        foreach (var one in work)
            Write(file, one);
        file.Line("END", "VCALENDAR");
        return new(file.ToBytes(), "text/calendar; charset=utf-8", work.Count == 0 ? null : work.Max(one => one.ChangedAt));
    }

    /// <summary>Whose days they are. It is also what makes a calendar without any work one: there must be something in it (3.6).</summary>
    static void WriteTimeZone(CalendarFile file) => file.Line("BEGIN", "VTIMEZONE").Line("TZID", "Asia/Bangkok")
        .Line("BEGIN", "STANDARD").Line("DTSTART", "19700101T000000").Line("TZOFFSETFROM", "+0700").Line("TZOFFSETTO", "+0700").Line("TZNAME", "+07")
        .Line("END", "STANDARD").Line("END", "VTIMEZONE");

    void Write(CalendarFile file, PublicPlannedWork work)
    {
        var tambon = province.Find(work.TambonCode)?.FullName("th") ?? "";
        var place = string.Join(' ', new[] { work.Road, tambon }.Where(part => part.Length > 0));
        file.Line("BEGIN", "VEVENT").Line("UID", $"{work.Key}@{address.Host}").Moment("DTSTAMP", work.ChangedAt).Moment("LAST-MODIFIED", work.ChangedAt)
            .Line("SEQUENCE", work.Version.ToString(CultureInfo.InvariantCulture))
            .Day("DTSTART", work.Day).Day("DTEND", work.Day.AddDays(1)).Text("SUMMARY", $"ซ่อมไฟฟ้าสาธารณะ {place}".TrimEnd());
        if (place.Length > 0)
            file.Text("LOCATION", place);
        file.Text("DESCRIPTION", string.Join('\n', work.References.Select(reference => $"เรื่อง {reference} {address.Of(Links.PublicReport(reference))}")
                .Prepend("วันอาจเปลี่ยนตามสภาพอากาศและงานเร่งด่วน")))
            .Line("STATUS", work.IsCancelled ? "CANCELLED" : "CONFIRMED").Line("TRANSP", "TRANSPARENT")
            .Line("URL", address.Of(Links.PublicReport(work.References[0])).AbsoluteUri).Line("END", "VEVENT");
    }
}
