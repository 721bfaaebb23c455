using Songthang.Domain;
using Songthang.Domain.Assets;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>Compares a file with the register: the dry run, and the first half of the import itself.</summary>
/// <param name="reader">Reads what is written.</param>
/// <param name="register">Every pole of the register, in use or not.</param>
/// <param name="mapping">Which column says what.</param>
/// <param name="updates">Whether poles that the register has are brought up to date; else they are problems.</param>
public sealed class PoleImportPlanner(PoleFactReader reader, IReadOnlyCollection<Pole> register, PoleMapping mapping, bool updates)
{
    readonly Dictionary<int, Pole> byCode = register.ToDictionary(pole => pole.CodeNumber);

    readonly Dictionary<(string Owner, string Key), Pole> byNumber = register
        .Where(pole => pole.RetiredOn is null && pole.NumberKey.Length > 0).ToDictionary(pole => (pole.OwnerCode, pole.NumberKey));

    readonly Dictionary<(string Owner, string Key), int> rowOfNumber = [];
    readonly Dictionary<int, int> rowOfCode = [];
    readonly Dictionary<int, int> rowOfPole = [];
    readonly List<PlannedPole> standing = [];
    readonly PoleImportPlan plan = new();

    /// <summary>Reads all records; says now and then how many.</summary>
    /// <exception cref="RuleBroken"><see cref="PoleFile.Unreadable"/>.</exception>
    public PoleImportPlan Plan(IEnumerable<PoleRecord> records, Action<int> report, CancellationToken cancellationToken)
    {
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Take(record);
            if (++plan.Rows % 1000 == 0)
                report(plan.Rows);
        }

        FindNeighbours();
        plan.SortProblems();
        return plan;
    }

    void Take(PoleRecord record)
    {
        var code = default(PoleCode);
        if (record[mapping.CodeColumn] is { Length: > 0 } written && !PoleCode.TryParse(written, out code))
            plan.Wrong(record.Row, null, new($"รหัส “{Short(written)}” ไม่ถูกต้อง", $"The code “{Short(written)}” is wrong."));
        var known = code.Number > 0 ? byCode.GetValueOrDefault(code.Number) : null;
        if (known is null && (record[mapping.RetiredColumn].Length > 0 || IsOtherThing(record)))
        {
            plan.LeftOut++;
            return;
        }

        // What a column does not say stays as it is; so a pole that is only known by its number must be found first.
        known ??= updates ? ByNumber(record) : null;
        var problems = new List<PoleProblem>();
        var facts = reader.Read(field => mapping.Columns.TryGetValue(field, out var column) ? record[column] : known?.Facts.Written(field) ?? "", problems);
        foreach (var problem in problems)
            plan.Wrong(record.Row, problem.Field, problem.Sentence);
        if (facts is not null && IsOnlyOne(record.Row, facts, code, known))
            Keep(new(record.Row, facts, code, known));
    }

    /// <summary>An extract of OpenStreetMap may hold more than lamps.</summary>
    static bool IsOtherThing(PoleRecord record) => record["highway"] is { Length: > 0 } thing && thing != "street_lamp";

    Pole? ByNumber(PoleRecord record)
    {
        if (!mapping.Columns.TryGetValue(PoleField.Number, out var column) || PoleNumber.Key(record[column]) is not { Length: > 0 } key)
            return null;
        var owner = mapping.Columns.TryGetValue(PoleField.Owner, out var owners) ? reader.OwnerCode(record[owners]) : "";
        return owner is null ? null : byNumber.GetValueOrDefault((owner, key));
    }

    /// <summary>Whether neither the register nor an earlier row has the same pole already.</summary>
    bool IsOnlyOne(int row, PoleFacts facts, PoleCode code, Pole? known)
    {
        var before = plan.ProblemCount;
        if (known is not null && !updates)
            plan.Wrong(row, null, new($"เสา {known.Code} มีในทะเบียนแล้ว", $"Pole {known.Code} is in the register already."));
        if (known is not null && !rowOfPole.TryAdd(known.CodeNumber, row))
            plan.Wrong(row, null, new($"เป็นเสาเดียวกับแถวที่ {rowOfPole[known.CodeNumber]}", $"The same pole as row {rowOfPole[known.CodeNumber]}."));
        if (known is null && code.Number > 0 && !rowOfCode.TryAdd(code.Number, row))
            plan.Wrong(row, null, new($"รหัสซ้ำกับแถวที่ {rowOfCode[code.Number]}", $"The same code as row {rowOfCode[code.Number]}."));
        if (PoleNumber.Key(facts.Number) is { Length: > 0 } key && known?.RetiredOn is null)
        {
            if (!rowOfNumber.TryAdd((facts.OwnerCode, key), row))
                plan.Wrong(row, PoleField.Number, new($"หมายเลขซ้ำกับแถวที่ {rowOfNumber[(facts.OwnerCode, key)]}", $"The same number as row {rowOfNumber[(facts.OwnerCode, key)]}."));
            else if (byNumber.GetValueOrDefault((facts.OwnerCode, key)) is { } other && other != known)
                plan.Wrong(row, PoleField.Number, new($"เสา {other.Code} ในทะเบียนมีหมายเลขนี้แล้ว", $"Pole {other.Code} of the register has this number already."));
        }

        return plan.ProblemCount == before;
    }

    void Keep(PlannedPole planned)
    {
        if (planned.Known is null)
            plan.New.Add(planned);
        else if (planned.Known.ChangesTo(planned.Facts).Count > 0)
            plan.Changed.Add(planned);
        else
            plan.Unchanged++;
        if (planned.Known?.RetiredOn is null)
            standing.Add(planned);
    }

    /// <summary>Two poles nearer than a metre are one that was taken in twice.</summary>
    void FindNeighbours()
    {
        var grid = new PoleGrid();
        foreach (var pole in register.Where(pole => pole.RetiredOn is null && !rowOfPole.ContainsKey(pole.CodeNumber)))
            grid.Add(pole.Position, -pole.CodeNumber);
        foreach (var planned in standing)
        {
            if (grid.Near(planned.Facts.Position) is { } other)
            {
                plan.Wrong(planned.Row, PoleField.Latitude, other < 0
                    ? new($"อยู่ห่างจากเสา {PoleCode.Create(-other)} ในทะเบียนไม่ถึง 1 เมตร", $"Within 1 m of pole {PoleCode.Create(-other)} of the register.")
                    : new($"อยู่ห่างจากแถวที่ {other} ไม่ถึง 1 เมตร", $"Within 1 m of row {other}."));
            }

            grid.Add(planned.Facts.Position, planned.Row);
        }
    }

    static string Short(string text) => text.Length > 20 ? text[..(char.IsHighSurrogate(text[19]) ? 19 : 20)] + "…" : text;
}
