using Songthang.Domain.Thai;

namespace Songthang.Web.Shared;

/// <summary>A page that people pass on and that search engines may keep.</summary>
/// <param name="Address">Its path.</param>
/// <param name="Name">Name of its picture.</param>
/// <param name="Title">What its picture says, in either language.</param>
public sealed record SharedPage(string Address, string Name, Phrase Title);

/// <summary>The pages for everyone, without those of single reports.</summary>
public static class SharedPages
{
    public static IReadOnlyList<SharedPage> All { get; } =
    [
        new(Links.Home, "home", new("แจ้งไฟฟ้าสาธารณะขัดข้อง", "Report a street-light fault")),
        new(Links.Report, "report", new("แจ้งเหตุไฟฟ้าสาธารณะขัดข้อง", "Report a fault")),
        new(Links.Track, "track", new("ติดตามเรื่องที่แจ้งไว้", "Follow your report")),
        new(Links.Reports, "reports", new("รายการแจ้งเหตุและผลการดำเนินการ", "Reports and what was done")),
        new(Links.Map, "map", new("แผนที่ไฟฟ้าสาธารณะขัดข้อง", "Map of street-light faults")),
        new(Links.Announcements, "announcements", new("ประกาศเรื่องไฟฟ้าสาธารณะ", "News of street lights")),
        new("/statistics", "statistics", new("สถิติการแจ้งและการซ่อมไฟฟ้าสาธารณะ", "Figures of reports and repairs")),
        new(Links.OpenData, "open-data", new("ข้อมูลเปิด", "Open data")),
        new(Links.Guide, "guide", new("คู่มือการแจ้งไฟฟ้าสาธารณะขัดข้อง", "How to report a street light")),
        new(Links.Api, "api", new("API สำหรับนักพัฒนา", "API for programs")),
        new(Links.EmbedCode, "embed-code", new("นำเรื่องล่าสุดไปแสดงบนเว็บไซต์ของท่าน", "Show the newest reports on your site")),
        new(Links.Privacy, "privacy", new("การคุ้มครองข้อมูลส่วนบุคคล", "Privacy")),
        new("/accessibility", "accessibility", new("การเข้าถึงเว็บไซต์", "Accessibility")),
    ];

    public static SharedPage? Find(PathString path) => All.FirstOrDefault(page => path == page.Address);

    /// <summary>The page whose picture has this name; null when there is none.</summary>
    public static SharedPage? Named(string name) => All.FirstOrDefault(page => page.Name == name);
}
