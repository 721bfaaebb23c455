using System.Diagnostics.CodeAnalysis;

namespace Songthang.Web.Shared;

/// <summary>Every address that one slice links to in another; the contract of design section 5.</summary>
public static partial class Links
{
    /// <summary>Whether an address that came with a request is one of this site, spelt as a header may hold it (RFC 9110, section 5.5).</summary>
    public static bool IsLocal([NotNullWhen(true)] string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.All(sign => sign is > ' ' and <= '~');

    public const string Home = "/";
    public const string Report = "/report";
    public const string ReportNearby = "/report/nearby";

    /// <summary>What became of a form that an officer looks at first; only whoever sent it knows the key.</summary>
    public static string HeldForm(string formKey) => $"/report/held/{formKey}";
    public const string Reports = "/reports";
    public const string Track = "/track";

    /// <summary>The public map; takes the filters of <see cref="Reports"/>.</summary>
    public const string Map = "/map";

    /// <summary>What the public map shows of a rectangle.</summary>
    public const string MapReports = "/map/reports.json";

    /// <summary>What we know of the ground: names, borders, roads, poles.</summary>
    public const string MapBase = "/map/base";

    /// <summary>Finds roads, landmarks, tambon and poles for maps.</summary>
    public const string MapSearch = "/map/search";
    public const string Statistics = "/statistics";
    public const string OfficerStatistics = "/officer/statistics";

    /// <summary>The report of a month's results on the screen; <c>?month=2569m11</c>.</summary>
    public const string MonthlyReport = "/officer/statistics/monthly";
    public const string Privacy = "/privacy";
    public const string SignIn = "/officer/sign-in";
    public const string SignOut = "/officer/sign-out";
    public const string Account = "/officer/account";

    /// <summary>Where somebody who is signed in shows again who it is.</summary>
    public const string Confirm = "/officer/confirm";

    /// <summary>Where the own second factor is set up.</summary>
    public const string SecondFactor = "/officer/account/second-factor";

    /// <summary>The second page of the sign-in.</summary>
    public const string SignInCode = "/officer/sign-in/code";

    /// <summary>Leads to the authority's own directory, and what it leads back to.</summary>
    public const string DirectoryStart = "/officer/sign-in/directory", DirectoryReturn = "/officer/sign-in/directory/return";

    /// <summary>Why the directory let nobody in.</summary>
    public const string DirectoryRefused = "/officer/sign-in/directory/refused";

    /// <summary>Leads to the directory to sign out there, and what it leads back to.</summary>
    public const string DirectorySignOut = "/officer/sign-out/directory", DirectorySignedOut = "/officer/sign-out/directory/done";

    /// <summary>The passkeys of the own account.</summary>
    public const string Passkeys = "/officer/account/passkeys";

    /// <summary>Where the sign-in page sends what a passkey signed.</summary>
    public const string SignInPasskey = "/officer/sign-in/passkey";
    public const string Settings = "/officer/settings";
    public const string Users = "/officer/settings/users";
    public const string Messages = "/officer/settings/messages";
    public const string Audit = "/officer/settings/audit";
    public const string Holidays = "/officer/settings/calendar/holidays";
    public const string Logo = "/officer/settings/agency/logo";
    public const string Verify = "/officer/settings/verify";
    public const string Mentions = "/officer/mentions";
    public const string Evaluations = "/officer/evaluations";
    public const string DeveloperInbox = "/dev/inbox";
    public const string Inbox = "/officer";

    /// <summary>Borders of the tambon.</summary>
    public const string Boundaries = "/officer/settings/boundaries";

    /// <summary>Roads and whose lamps they have.</summary>
    public const string Roads = "/officer/settings/roads";

    /// <summary>What is at a position, for scripts of the report page; the position is sent, not part of the address.</summary>
    public const string ReportHere = "/report/here";

    /// <summary>What the authority announced, for everyone.</summary>
    public const string Announcements = "/announcements";

    /// <summary>Where announcements are written.</summary>
    public const string OfficerAnnouncements = "/officer/announcements";

    /// <summary>Partners that are told of changes.</summary>
    public const string Webhooks = "/officer/settings/webhooks";

    /// <summary>What the JSON API can do.</summary>
    public const string Api = "/api";

    /// <summary>Filters of the inbox with a name; <c>?keep=</c> carries the one to save.</summary>
    public const string SavedFilters = "/officer/filters";

    /// <summary>Who is on duty when.</summary>
    public const string Duty = "/officer/duty";

    /// <summary>Where an officer takes down a report by telephone or at the counter.</summary>
    public const string TakeReport = "/officer/requests/new";

    public const string WorkOrders = "/officer/work-orders";

    /// <summary>The register of received papers that the program keeps.</summary>
    public const string ReceiveRegister = "/officer/receive-register";

    /// <summary>Where an administrator says at which number the register goes on.</summary>
    public const string NextReceiveNumber = "/officer/receive-register/next";

    /// <summary>The picture of the Garuda for letters.</summary>
    public const string Garuda = "/officer/settings/papers/garuda";

    /// <summary>Dark lamps that probably have one cause.</summary>
    public const string Outages = "/officer/outages";

    /// <summary>The register of poles.</summary>
    public const string Poles = "/officer/poles";

    /// <summary>Takes poles over from a file.</summary>
    public const string PolesImport = "/officer/poles/import";

    /// <summary>One file on its way into the register.</summary>
    public static string PoleImport(string key) => $"{PolesImport}/{key}";

    /// <summary>A crew's work orders.</summary>
    public const string Crew = "/crew";

    /// <summary>How many requests nobody has opened yet, for scripts; <c>/events</c> below it tells each change.</summary>
    public const string Bell = "/officer/bell";

    /// <summary>Keys of partners' programs.</summary>
    public const string ApiKeys = "/officer/settings/api-keys";

    /// <summary>A new key.</summary>
    public const string NewApiKey = $"{ApiKeys}/new";

    /// <summary>One key.</summary>
    public static string ApiKey(int id) => $"{ApiKeys}/{id}";

    /// <summary>Asks once more before a key is revoked.</summary>
    public static string RevokeApiKey(int id) => $"{ApiKeys}/{id}/revoke";

    /// <summary>One announcement, for everyone.</summary>
    public static string Announcement(int id) => $"{Announcements}/{id}";

    /// <summary>The same where it is changed.</summary>
    public static string OfficerAnnouncement(int id) => $"{OfficerAnnouncements}/{id}";

    /// <summary>What one partner is told, and what came of it.</summary>
    public static string Webhook(int id) => $"{Webhooks}/{id}";

    /// <summary>A topic of the settings, such as <c>crews</c>.</summary>
    public static string Setting(string topic) => $"{Settings}/{topic}";

    /// <summary>One line of a topic's list, or a new one.</summary>
    public static string SettingLine(string topic, string? code = null) => $"{Settings}/{topic}/line{(code is null ? "" : $"/{code}")}";

    /// <summary>Who changed what in a topic.</summary>
    public static string SettingHistory(string topic) => $"{Settings}/{topic}/history";

    /// <summary>An older state of a topic, to be taken up again.</summary>
    public static string SettingState(string topic, int number) => $"{Settings}/{topic}/history/{number}";

    /// <summary>A set of borders on the map.</summary>
    public static string BoundarySet(int id) => $"{Boundaries}/{id}";

    /// <summary>One road.</summary>
    public static string RoadOf(int id) => $"{Roads}/{id}";

    /// <summary>What a file with roads would do.</summary>
    public static string RoadDraft(int id) => $"{Roads}/new/{id}";

    /// <summary>The authority's emblem.</summary>
    public static string LogoPicture(string key) => $"/logo/{key}.jpg";

    /// <summary>What everyone may see of a request.</summary>
    public static string PublicReport(string reference) => $"/reports/{reference}";

    /// <summary>Where the number of a pole is typed in.</summary>
    public const string FindPole = "/p";

    /// <summary>What everyone may see of a pole, for the QR code on it; <paramref name="code"/> such as <c>001234-5</c>.</summary>
    public static string PolePage(string code) => $"{FindPole}/{code}";

    /// <summary>A new report about a pole of the register.</summary>
    public static string ReportPole(string code) => $"{Report}?pole={Uri.EscapeDataString(code)}";

    /// <summary>The requester's own page; whoever has the address may see it.</summary>
    public static string OwnPage(string secret) => $"/r/{secret}";

    /// <summary>What the requester sees after sending: reference, next steps, printable.</summary>
    public static string Receipt(string secret) => $"/r/{secret}/receipt";

    /// <summary>The same on paper.</summary>
    public static string ReceiptPdf(string secret) => $"/r/{secret}/receipt.pdf";

    /// <summary>Where the requester answers the open question.</summary>
    public static string Answer(string secret) => $"/r/{secret}/answer";

    /// <summary>Where the requester writes to the officers.</summary>
    public static string WriteToOfficers(string secret) => $"/r/{secret}/message";

    /// <summary>Where the requester rates the repair.</summary>
    public static string Rate(string secret) => $"/r/{secret}/rate";

    /// <summary>Where the requester takes the report back.</summary>
    public static string Withdraw(string secret) => $"/r/{secret}/withdraw";

    /// <summary>Where the requester says that the repair did not help.</summary>
    public static string ReopenOwn(string secret) => $"/r/{secret}/reopen";

    /// <summary>Where somebody begins to follow a request that others reported.</summary>
    public static string Follow(string reference) => $"/reports/{reference}/follow";

    /// <summary>A follower's own page; whoever has the address may see it.</summary>
    public static string FollowedRequest(string secret) => $"/follow/{secret}";

    /// <summary>A photo that an officer approved for everyone; <paramref name="size"/> is <c>full</c> or <c>thumb</c>.</summary>
    public static string PublicPhoto(string key, string size) => $"/photos/{key}/{size}.jpg";

    /// <summary>Any photo of a request for its requester.</summary>
    public static string OwnPhoto(string secret, string key, string size) => $"/r/{secret}/photos/{key}/{size}.jpg";

    /// <summary>Any photo of a request for officers.</summary>
    public static string OfficerPhoto(string key, string size) => $"/officer/photos/{key}/{size}.jpg";

    /// <summary>A document of a request, as a download for its requester.</summary>
    public static string OwnDocument(string secret, string key) => $"/r/{secret}/documents/{key}.pdf";

    /// <summary>A document of a request, as a download for officers.</summary>
    public static string OfficerDocument(string key) => $"/officer/documents/{key}.pdf";

    /// <summary>A photo that belongs to no request yet, for the form it was sent from.</summary>
    public static string Upload(string formKey, string key) => $"/uploads/{formKey}/{key}.jpg";

    /// <summary>Where the photos of a form are sent to before the form itself.</summary>
    public static string Uploads(string formKey) => $"/uploads/{formKey}";

    /// <summary>What everyone may take away.</summary>
    public const string OpenData = "/open-data";

    /// <summary>Its description for catalogues.</summary>
    public const string OpenCatalog = "/open-data/catalog.jsonld";

    /// <summary>A file of a dataset, whole or of a year of the Buddhist Era.</summary>
    public static string OpenFile(string dataset, string extension, int? year = null) =>
        $"{OpenData}/{dataset}{(year is null ? "" : $"-{year}")}.{extension}";

    /// <summary>The data dictionary of a dataset for programs.</summary>
    public static string OpenDictionary(string dataset) => $"{OpenData}/{dataset}.csv-metadata.json";

    /// <summary>Feed of all reports.</summary>
    public const string FeedOfAll = "/feeds/reports.atom";

    /// <summary>Calendar of planned work, all or narrowed by <c>?amphoe=</c>, <c>?tambon=</c>, <c>?road=</c>.</summary>
    public const string PlannedWork = "/feeds/planned-work.ics";

    /// <summary>Feed of a part; <paramref name="kind"/> is <c>amphoe</c>, <c>tambon</c>, <c>road</c> or <c>pole</c>.</summary>
    public static string Feed(string kind, string key) => $"/feeds/{kind}/{Uri.EscapeDataString(key)}.atom";

    /// <summary>The newest reports for the frame of another site.</summary>
    public const string Embed = "/embed";

    /// <summary>Where the code for that frame is made.</summary>
    public const string EmbedCode = "/embed/code";

    /// <summary>The manual for everyone.</summary>
    public const string Guide = "/guide";

    /// <summary>The manual for officers.</summary>
    public const string OfficerGuide = "/officer/guide";

    /// <summary>Picture of a report for where its address is shared.</summary>
    public static string ReportPicture(string reference, string language) => $"{Shared(language)}/reports/{reference}.png";

    /// <summary>Picture of a page for where its address is shared.</summary>
    public static string PagePicture(string name, string language) => $"{Shared(language)}/pages/{name}.png";

    // The address says the language: who fetches the picture for another site has no cookie of ours.
    static string Shared(string language) => language == "en" ? "/share/en" : "/share";

    static string Back(string? address) => address is null ? "" : $"?return={Uri.EscapeDataString(address)}";
}
