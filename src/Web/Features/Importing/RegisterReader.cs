using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Sylvan.Data.Csv;

namespace Songthang.Web.Features.Importing;

/// <summary>Reads a register in CSV row by row and gathers every problem, so that the file is put right once.</summary>
sealed partial class RegisterReader(Province province, FaultTypes faults, DateOnly today)
{
    /// <summary>The columns that a register must have, in any order.</summary>
    public static readonly string[] Columns =
    [
        "row", "reported_on", "fault_type", "symptom", "place", "tambon_code", "lat", "lon", "pole_number", "status",
        "completed_on", "reporter_name", "reporter_phone", "channel", "note",
    ];

    readonly List<ImportProblem> problems = [];

    public IReadOnlyList<ImportProblem> Problems => problems;

    public List<RegisterRow> Read(Stream file)
    {
        var rows = new List<RegisterRow>();
        try
        {
            using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Delimiter = ',' });
            if (FindColumns(csv) is not { } columns)
                return rows;
            while (csv.Read())
                if (ReadRow(new RowReader(csv, columns, csv.RowNumber + 1, problems)) is { } row)
                    rows.Add(row);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new(1, "", new(
                "ไฟล์ไม่ใช่ UTF-8 (อาจเป็น Windows-874/TIS-620) กรุณาบันทึกใหม่เป็น CSV UTF-8",
                "The file is not UTF-8 (perhaps Windows-874/TIS-620). Please save it as CSV UTF-8.")));
        }
        catch (CsvFormatException wrong)
        {
            problems.Add(new(wrong.RowNumber + 1, "", new(
                "อ่านบรรทัดนี้ไม่ได้ กรุณาตรวจเครื่องหมายคำพูดและจุลภาค", "This line cannot be read; check quotes and commas.")));
        }

        CheckAcross(rows);
        return rows;
    }

    Dictionary<string, int>? FindColumns(CsvDataReader csv)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < csv.FieldCount; i++)
            columns.TryAdd(csv.GetName(i).Trim(), i);
        foreach (var missing in Columns.Where(name => !columns.ContainsKey(name)))
            problems.Add(new(1, missing, new("ไม่มีคอลัมน์นี้ในไฟล์", "This column is missing.")));
        return problems.Count == 0 ? columns : null;
    }

    RegisterRow? ReadRow(RowReader row)
    {
        var before = problems.Count;
        var reported = row.Date("reported_on", required: true) ?? default;
        if (reported > today)
            row.Wrong("reported_on", "เป็นวันในอนาคต", "is in the future");
        var fault = faults.Find(row.Text("fault_type"));
        if (fault is null)
            row.Wrong("fault_type", $"ไม่ใช่รหัสอาการที่รู้จัก ({string.Join(", ", faults.All.Select(type => type.Code))})", "is not a known fault type");
        var status = Enum.TryParse<ServiceRequestStatus>(row.Text("status"), out var parsed) && Enum.IsDefined(parsed) ? parsed : (ServiceRequestStatus?)null;
        if (status is null)
            row.Wrong("status", $"ไม่ใช่สถานะที่รู้จัก ({string.Join(", ", Enum.GetNames<ServiceRequestStatus>())})", "is not a known status");
        var completed = row.Date("completed_on", required: status == ServiceRequestStatus.Completed);
        if (completed is not null && status != ServiceRequestStatus.Completed)
            row.Wrong("completed_on", "ต้องว่าง เพราะสถานะไม่ใช่ Completed", "must be empty unless the status is Completed");
        if (completed < reported || completed > today)
            row.Wrong("completed_on", "ต้องไม่ก่อนวันที่แจ้งและไม่อยู่ในอนาคต", "must not be before the report or in the future");
        var number = row.Number("row");
        var place = ReadPlace(row);
        var requester = ReadRequester(row);
        var channel = Enum.TryParse<IntakeChannel>(row.Text("channel"), ignoreCase: true, out var way) && Enum.IsDefined(way) ? way : (IntakeChannel?)null;
        if (channel is null)
            row.Wrong("channel", "ต้องเป็น web, line, phone หรือ counter", "must be web, line, phone or counter");
        var note = row.Words("note", ServiceRequest.MaxSymptom);
        int? main = MainRow().Match(note) is { Success: true } found ? int.Parse(found.Groups["row"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
        if (status == ServiceRequestStatus.Duplicate && main is null)
            row.Wrong("note", "ต้องบอกแถวของเรื่องหลัก เช่น “รวมกับเรื่องแถวที่ 29”", "must name the row of the main request, such as “แถวที่ 29”");
        var symptom = row.Words("symptom", ServiceRequest.MaxSymptom);
        return problems.Count > before
            ? null
            : new(row.Line, number, reported, fault!, symptom, place, status!.Value, completed, requester, channel!.Value, note, main);
    }

    Place ReadPlace(RowReader row)
    {
        var tambon = row.Text("tambon_code");
        if (tambon.Length > 0 && province.Find(tambon) is null)
            row.Wrong("tambon_code", "ไม่ใช่รหัสตำบลในจังหวัด", "is not a subdistrict of the province");
        var (latitude, longitude) = (row.Degrees("lat"), row.Degrees("lon"));
        if (latitude is null != longitude is null || latitude is not null && !Position.TryCreate(latitude, longitude, out _))
            row.Wrong("lat", "ต้องมีทั้ง lat และ lon เป็นองศาทศนิยมที่ถูกต้อง", "needs both lat and lon as valid decimal degrees");
        var words = WithoutTambon(row.Words("place", ServiceRequest.MaxSymptom), province.Find(tambon));
        if (words.Length == 0 && tambon.Length == 0 && latitude is null)
            row.Wrong("place", "ต้องระบุสถานที่", "must say where");
        return new(tambon, "", words, "", row.Words("pole_number", ServiceRequest.MaxPoleNumber), latitude, longitude);
    }

    /// <summary>Registers end the place with the subdistrict, which the code says already.</summary>
    static string WithoutTambon(string place, Tambon? tambon) =>
        tambon is not null && $"ตำบล{tambon.ThaiName} อำเภอ{tambon.Amphoe.ThaiName}" is var ending && place.EndsWith(ending, StringComparison.Ordinal)
            ? place[..^ending.Length].TrimEnd()
            : place;

    static Requester ReadRequester(RowReader row)
    {
        var phone = "";
        if (row.Text("reporter_phone") is { Length: > 0 } typed)
        {
            if (PhoneNumber.TryParse(typed, out var number))
                phone = number.Digits;
            else
                row.Wrong("reporter_phone", "ไม่ใช่หมายเลขโทรศัพท์ 9–10 หลัก", "is not a phone number of 9 or 10 digits");
        }

        return new(row.Words("reporter_name", ServiceRequest.MaxWords), phone, "", ToldBy.Phone, "th");
    }

    void CheckAcross(List<RegisterRow> rows)
    {
        foreach (var twice in rows.GroupBy(row => row.Row).Where(group => group.Count() > 1))
            problems.Add(new(twice.Last().Line, "row", new($"เลขแถว {twice.Key} ซ้ำ", $"The row number {twice.Key} occurs twice.")));
        var byRow = rows.ToLookup(row => row.Row);
        foreach (var duplicate in rows.Where(row => row.Status == ServiceRequestStatus.Duplicate))
        {
            if (duplicate.MainRow == duplicate.Row || byRow[duplicate.MainRow!.Value].FirstOrDefault() is not { Status: not ServiceRequestStatus.Duplicate })
                problems.Add(new(duplicate.Line, "note", new("แถวของเรื่องหลักไม่มีในไฟล์", "The row of the main request is not in the file.")));
        }
    }

    [GeneratedRegex(@"แถวที่\s*(?<row>[0-9]{1,9})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MainRow();
}
