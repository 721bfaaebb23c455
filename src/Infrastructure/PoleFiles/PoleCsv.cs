using System.Text;
using Sylvan.Data.Csv;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>Reads tables with poles, row by row.</summary>
static class PoleCsv
{
    // A row of a register is some hundred characters; one that is longer than this has a quote too few.
    const int LongestRow = 256 * 1024;

    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static IReadOnlyList<string> Columns(string path, PoleFileLetters letters)
    {
        using var text = Open(path, letters);
        using var csv = Guarded(0, () => Create(text));
        return Names(csv);
    }

    public static IEnumerable<PoleRecord> Read(string path, PoleFileLetters letters)
    {
        using var text = Open(path, letters);
        using var csv = Guarded(0, () => Create(text));
        var names = Names(csv);
        for (var row = 2; Guarded(row, csv.Read); row++)
        {
            if (row > PoleFile.MostRecords + 1)
                throw PoleFile.Wrong($"แฟ้มมีเกิน {PoleFile.MostRecords:N0} แถว กรุณาแบ่งแฟ้ม", $"The file has more than {PoleFile.MostRecords:N0} rows; please split it.");
            var cells = Guarded(row, () => Cells(csv, names));
            // Table programs leave empty lines at the end.
            if (cells.Values.Any(cell => cell.Length > 0))
                yield return new(row, cells);
        }
    }

    static StreamReader Open(string path, PoleFileLetters letters) =>
        new(path, PoleFile.EncodingOf(letters), detectEncodingFromByteOrderMarks: letters == PoleFileLetters.Unicode, bufferSize: 64 * 1024);

    static CsvDataReader Create(StreamReader text)
    {
        // Sylvan reads from where the text stands: the headings are looked at first, then all of it is read again.
        var headings = text.ReadLine() ?? "";
        text.BaseStream.Position = 0;
        text.DiscardBufferedData();
        return CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            Delimiter = Delimiters.MaxBy(sign => headings.Count(found => found == sign)),
            BufferSize = 64 * 1024,
            MaxBufferSize = LongestRow,
        });
    }

    static List<string> Names(CsvDataReader csv)
    {
        if (csv.FieldCount > PoleFile.MostColumns)
            throw PoleFile.Wrong($"แฟ้มมีเกิน {PoleFile.MostColumns} คอลัมน์", $"The file has more than {PoleFile.MostColumns} columns.");
        var names = new List<string>();
        for (var i = 0; i < csv.FieldCount; i++)
        {
            var name = csv.GetName(i).Trim().TrimStart('\uFEFF');
            // A heading that is missing or there twice is named by its place.
            names.Add(name.Length > 0 && !names.Contains(name) ? name : $"{name}#{i + 1}");
        }

        return names;
    }

    static Dictionary<string, string> Cells(CsvDataReader csv, List<string> names)
    {
        var cells = new Dictionary<string, string>(names.Count, StringComparer.Ordinal);
        for (var i = 0; i < names.Count && i < csv.RowFieldCount; i++)
            cells[names[i]] = Plain(csv.GetString(i));
        return cells;
    }

    /// <summary>Without the apostrophe that our own files put before what a table program would take for a formula.</summary>
    static string Plain(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell.Trim();

    static T Guarded<T>(int row, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException)
        {
            throw PoleFile.Wrong(
                "แฟ้มไม่ใช่ UTF-8 (อาจเป็น Windows-874/TIS-620)", "The file is not UTF-8 (perhaps Windows-874/TIS-620).");
        }
        catch (CsvMissingHeadersException)
        {
            throw PoleFile.Wrong("แฟ้มว่าง หรือไม่มีแถวหัวตาราง", "The file is empty, or has no line of headings.");
        }
        catch (Exception wrong) when (wrong is CsvFormatException or CsvRecordTooLargeException or CsvConfigurationException)
        {
            throw PoleFile.Wrong(
                $"อ่านแถวที่ {row} ไม่ได้ กรุณาตรวจเครื่องหมายคำพูดและจุลภาค", $"Row {row} cannot be read; check quotes and commas.");
        }
    }
}
