namespace Songthang.Web.Shared;

/// <summary>What the officers and the crews link to.</summary>
public static partial class Links
{
    /// <summary>The officers' page of a request.</summary>
    public static string OfficerRequest(string reference) => $"/officer/requests/{reference}";

    /// <summary>The same, from which a local address leads back, such as the list with its filters.</summary>
    public static string OfficerRequest(string reference, string? comeBackTo) => OfficerRequest(reference) + Back(comeBackTo);

    /// <summary>Reports that look as if a machine had sent them, for an officer to look at.</summary>
    public const string HeldReports = "/officer/held";

    /// <summary>One of them.</summary>
    public static string HeldReport(long id) => $"{HeldReports}/{id}";

    /// <summary>How much personal data was removed, day by day.</summary>
    public const string Removals = "/officer/settings/removals";

    /// <summary>What people asked for of their own data.</summary>
    public const string DataSubjects = "/officer/data-subjects";

    /// <summary>Where such a request is taken down.</summary>
    public const string NewDataSubject = "/officer/data-subjects/new";

    /// <summary>Where all is found that is held about a person.</summary>
    public const string HeldData = "/officer/data-subjects/held";

    /// <summary>One such request.</summary>
    public static string DataSubject(int id) => $"{DataSubjects}/{id}";

    /// <summary>Where it is put right who reported.</summary>
    public static string CorrectRequester(string reference) => $"{DataSubjects}/correct/{reference}";

    /// <summary>Where the personal data of a report are erased.</summary>
    public static string EraseHeld(string reference) => $"{DataSubjects}/erase/{reference}";

    /// <summary>Breaches of personal data.</summary>
    public const string Breaches = "/officer/settings/breaches";

    /// <summary>One breach.</summary>
    public static string Breach(int id) => $"{Breaches}/{id}";

    /// <summary>The inbox on a map; takes its filters.</summary>
    public const string OfficerMap = "/officer/map";

    /// <summary>What that map shows of a rectangle.</summary>
    public const string OfficerMapReports = "/officer/map/reports.json";

    /// <summary>An act on a request, such as <c>accept</c>.</summary>
    public static string Handle(string reference, string act, string? comeBackTo = null) =>
        $"/officer/requests/{reference}/{act}{Back(comeBackTo)}";

    /// <summary>The request form on the screen, before it is printed.</summary>
    public static string FormPreview(string reference) => $"/officer/requests/{reference}/form";

    /// <summary>The request form as PDF.</summary>
    public static string FormPdf(string reference) => $"/officer/requests/{reference}/form.pdf";

    /// <summary>The report of a completed request on the screen; with <c>.pdf</c> behind it on paper.</summary>
    public static string CompletionReport(string reference) => $"/officer/requests/{reference}/completion-report";

    /// <summary>The letter of a forwarded request; with <c>.pdf</c> behind it on paper.</summary>
    public static string ForwardingLetter(string reference) => $"/officer/requests/{reference}/forwarding-letter";

    /// <summary>Where the registry's number is typed in.</summary>
    public static string ReceiveNumber(string reference) => $"/officer/requests/{reference}/receive-number";

    /// <summary>An act on several requests at once, chosen by <c>request=</c>.</summary>
    public static string Several(string act) => $"/officer/several/{act}";

    /// <summary>All open work of an account to another.</summary>
    public static string HandOver(int accountId) => $"{Users}/{accountId}/hand-over";

    /// <summary>A pole of the register; <paramref name="code"/> such as <c>001234-5</c>, <paramref name="act"/> such as <c>edit</c>.</summary>
    public static string Pole(string code, string? act = null) => $"{Poles}/{code}{(act is null ? "" : $"/{act}")}";

    /// <summary>Where an officer takes down a report of this pole, or an inspection.</summary>
    public static string TakeReportOf(string code) => $"{TakeReport}?pole={Uri.EscapeDataString(code)}";

    /// <summary>Poles, roads and lamps that deserve more than one repair after the other.</summary>
    public const string WeakSpots = "/officer/weak-spots";

    /// <summary>The register, narrowed to one road.</summary>
    public static string PolesOfRoad(string road) => $"{Poles}?road={Uri.EscapeDataString(road)}";

    /// <summary>The register, narrowed to one circuit of a cabinet.</summary>
    public static string PolesOfCircuit(string cabinet, string circuit) =>
        $"{Poles}?cabinet={Uri.EscapeDataString(cabinet)}&circuit={Uri.EscapeDataString(circuit)}";

    /// <summary>Officers' page of a work order; <paramref name="slug"/> such as <c>2569-12</c>.</summary>
    public static string WorkOrder(string slug) => $"{WorkOrders}/{slug}";

    /// <summary>Dark lamps that probably have one cause, with the evidence.</summary>
    public static string Outage(long id) => $"{Outages}/{id}";

    /// <summary>A new work order with these requests on it.</summary>
    public static string NewWorkOrder(params IEnumerable<string> references) =>
        $"{WorkOrders}/new?{string.Join('&', references.Select(reference => $"request={Uri.EscapeDataString(reference)}"))}";

    /// <summary>A work order as its crew sees it on the road.</summary>
    public static string CrewOrder(string slug) => $"{Crew}/{slug}";

    /// <summary>One stop of it; <paramref name="act"/> is <c>done</c> or <c>not-done</c>.</summary>
    public static string CrewStop(string slug, string reference, string? act = null) =>
        $"{Crew}/{slug}/{reference}{(act is null ? "" : $"/{act}")}";

    /// <summary>A photo of a request on one of the crew's work orders.</summary>
    public static string CrewPhoto(string key, string size) => $"/crew/photos/{key}/{size}.jpg";

    /// <summary>Prints the forms of many requests, which are added as <c>?request=…&amp;request=…</c> or sent as fields of that name.</summary>
    public const string Forms = "/officer/forms";

    /// <summary>How far a file with many papers is, and the way back from there.</summary>
    public static string PaperFile(string key, string? comeBackTo = null) => $"/officer/files/{key}{Back(comeBackTo)}";

    /// <summary>The file itself.</summary>
    public static string PaperFilePdf(string key) => $"/officer/files/{key}.pdf";

    /// <summary>The labels of poles: of those chosen as <c>?pole=…</c>, or with <c>all=true</c> of all that the list's filters show.</summary>
    public const string PoleLabels = "/officer/poles/labels";
}
