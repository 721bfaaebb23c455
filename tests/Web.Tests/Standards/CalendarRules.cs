using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Songthang.Web.Tests.Standards;

/// <summary>A line of a calendar, unfolded.</summary>
/// <param name="Name">The property.</param>
/// <param name="Parameters">Between name and value, such as <c>VALUE=DATE</c>; empty for none.</param>
/// <param name="Value">As it is written.</param>
sealed record CalendarLine(string Name, string Parameters, string Value);

/// <summary>What RFC 5545 demands of a calendar with events, and RFC 7986 of the properties that it adds; each with its section.</summary>
static partial class CalendarRules
{
    static readonly string[] Texts = ["SUMMARY", "LOCATION", "DESCRIPTION", "NAME", "COMMENT", "TZID", "TZNAME", "UID"];

    static readonly string[] OnceInCalendar = ["PRODID", "VERSION", "CALSCALE", "METHOD", "REFRESH-INTERVAL", "URL", "LAST-MODIFIED", "UID"];

    static readonly string[] OnceInEvent =
    [
        "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "CLASS", "CREATED", "DESCRIPTION", "GEO", "LAST-MODIFIED", "LOCATION", "ORGANIZER", "PRIORITY",
        "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "URL", "RECURRENCE-ID",
    ];

    static readonly string[] Known = [.. OnceInCalendar, .. OnceInEvent, "NAME", "COMMENT", "CATEGORIES", "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "BEGIN", "END"];

    /// <summary>The lines of a calendar; what is wrong with how they are folded and ended goes into <paramref name="broken"/>.</summary>
    public static List<CalendarLine> Lines(byte[] file, List<string> broken)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var lines = new List<string>();
        for (var from = 0; from < file.Length;)
        {
            var end = Array.IndexOf(file, (byte)'\n', from);
            if (end <= from || file[end - 1] != '\r')
            {
                broken.Add("A line does not end with CR LF (3.1).");
                break;
            }

            Say(broken, end - 1 - from is >= 1 and <= 75, "A line is longer than 75 bytes, or empty (3.1).");
            // Throws when a character was cut in two.
            var line = strict.GetString(file, from, end - 1 - from);
            if (line.StartsWith(' ') && lines.Count > 0)
                lines[^1] += line[1..];
            else
                lines.Add(line);
            from = end + 1;
        }

        Say(broken, lines.TrueForAll(line => Line().IsMatch(line)), "A line is not NAME;PARAMETER=…:value (3.1).");
        return lines.ConvertAll(line => Line().Match(line) is { Success: true } match
            ? new CalendarLine(match.Groups["name"].Value, match.Groups["parameters"].Value.TrimStart(';'), match.Groups["value"].Value) : new CalendarLine("", "", line));
    }

    /// <summary>What is wrong with a calendar; nothing when it keeps every rule.</summary>
    public static List<string> Broken(byte[] file)
    {
        var broken = new List<string>();
        var lines = Lines(file, broken);
        Say(broken, lines is [{ Name: "BEGIN", Value: "VCALENDAR" }, .., { Name: "END", Value: "VCALENDAR" }], "It is not one VCALENDAR (3.4).");
        var inner = lines.Skip(1).SkipLast(1).ToList();
        var own = inner.TakeWhile(line => line.Name != "BEGIN").ToList();
        Say(broken, own.Count(line => line is { Name: "PRODID", Value.Length: > 0 }) == 1, "A calendar has one PRODID (3.6, 3.7.3).");
        Say(broken, own.Count(line => line is { Name: "VERSION", Value: "2.0" }) == 1, "A calendar has one VERSION, 2.0 (3.6, 3.7.4).");
        Once(own, OnceInCalendar, broken);
        var components = Components(inner.Skip(own.Count), broken).ToList();
        Say(broken, components.Count > 0, "A calendar has at least one component (3.6).");
        foreach (var (name, properties) in components)
        {
            if (name == "VEVENT")
                Event(properties, hasMethod: own.Exists(line => line.Name == "METHOD"), broken);
            if (name == "VTIMEZONE")
                Say(broken, properties.Count(line => line.Name == "TZID") == 1, "A VTIMEZONE has one TZID (3.6.5).");
        }

        foreach (var same in components.Where(one => one.Name == "VEVENT").GroupBy(one => ValueOf(one.Properties, "UID")))
            Say(broken, same.Count() == 1, $"Two events have the UID {same.Key} (3.8.4.7).");
        foreach (var line in inner)
            Value(line, broken);
        return broken;
    }

    static IEnumerable<(string Name, List<CalendarLine> Properties)> Components(IEnumerable<CalendarLine> lines, List<string> broken)
    {
        var open = new Stack<(string Name, List<CalendarLine> Properties)>();
        foreach (var line in lines)
        {
            if (line.Name == "BEGIN")
            {
                open.Push((line.Value, []));
            }
            else if (line.Name == "END")
            {
                if (!open.TryPop(out var closed) || closed.Name != line.Value)
                    broken.Add($"END:{line.Value} ends nothing (3.6).");
                else
                    yield return closed;
            }
            else if (open.TryPeek(out var inside))
            {
                inside.Properties.Add(line);
            }
            else
            {
                broken.Add($"{line.Name} stands after a component, outside of all (3.6).");
            }
        }

        Say(broken, open.Count == 0, "A component does not end (3.6).");
    }

    static void Event(List<CalendarLine> it, bool hasMethod, List<string> broken)
    {
        Once(it, OnceInEvent, broken);
        Say(broken, ValueOf(it, "UID") is { Length: > 0 }, "An event has a UID (3.6.1).");
        Say(broken, ValueOf(it, "DTSTAMP") is { } stamp && Utc().IsMatch(stamp), "An event has a DTSTAMP in UTC (3.6.1, 3.8.7.2).");
        Say(broken, hasMethod || ValueOf(it, "DTSTART") is not null, "An event has a DTSTART (3.6.1).");
        Say(broken, ValueOf(it, "DTEND") is null || ValueOf(it, "DURATION") is null, "An event has an end or a duration, not both (3.6.1).");
        var (start, end) = (it.Find(line => line.Name == "DTSTART"), it.Find(line => line.Name == "DTEND"));
        if (start is null || end is null)
            return;
        Say(broken, start.Parameters == end.Parameters, "Start and end are of one type (3.8.2.2).");
        Say(broken, string.CompareOrdinal(start.Value, end.Value) < 0, "An event ends after its start (3.8.2.2).");
    }

    static void Value(CalendarLine line, List<string> broken)
    {
        Say(broken, Known.Contains(line.Name) || line.Name.StartsWith("X-", StringComparison.Ordinal), $"{line.Name} is no property (3.8.8).");
        if (Texts.Contains(line.Name))
            Say(broken, Escaped().IsMatch(line.Value), $"{line.Name} holds a sign that is not escaped (3.3.11).");
        Say(broken, line.Name switch
        {
            "DTSTART" or "DTEND" when line.Parameters == "VALUE=DATE" => DateOnly.TryParseExact(line.Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "LAST-MODIFIED" or "CREATED" => Utc().IsMatch(line.Value),
            "SEQUENCE" => int.TryParse(line.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "STATUS" => line.Value is "TENTATIVE" or "CONFIRMED" or "CANCELLED",
            "TRANSP" => line.Value is "OPAQUE" or "TRANSPARENT",
            "URL" => Uri.TryCreate(line.Value, UriKind.Absolute, out _),
            "METHOD" => line.Value is "PUBLISH",
            "CALSCALE" => line.Value is "GREGORIAN",
            "REFRESH-INTERVAL" => line.Parameters == "VALUE=DURATION" && Duration().IsMatch(line.Value),
            "TZOFFSETFROM" or "TZOFFSETTO" => Offset().IsMatch(line.Value),
            _ => true,
        }, $"{line.Name} cannot be {line.Value} (3.8).");
    }

    static void Once(List<CalendarLine> lines, string[] names, List<string> broken)
    {
        foreach (var name in names)
            Say(broken, lines.Count(line => line.Name == name) <= 1, $"{name} stands twice (3.6).");
    }

    static string? ValueOf(List<CalendarLine> lines, string name) => lines.Find(line => line.Name == name)?.Value;

    static void Say(List<string> broken, bool isKept, string rule)
    {
        if (!isKept)
            broken.Add(rule);
    }

    [GeneratedRegex("^(?<name>[A-Z0-9-]+)(?<parameters>(;[A-Z0-9-]+=[^\":;,\\x00-\\x1f]*)*):(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"^([^\\;,\x00-\x1f]|\\[\\;,nN])*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^\d{8}T\d{6}Z$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Utc();

    [GeneratedRegex(@"^P(\d+W|(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^[+-]\d{4}(\d\d)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Offset();
}
