using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.PoleFiles;

namespace Songthang.Web.Features.PoleImporting;

/// <param name="Key">The import.</param>
/// <param name="Reading">How the file is to be read, for a comparison; null to take over what was compared.</param>
public sealed record PoleImportStep(string Key, PoleReading? Reading);

/// <summary>An officer has the file compared with the register, and after that taken over.</summary>
public sealed class StartPoleImport(PoleImportDesk desk)
{
    /// <exception cref="RuleBroken"><c>pole-import.unknown</c>, <c>pole-import.columns</c>, <c>pole-import.busy</c> or <c>pole-import.not-checked</c>.</exception>
    public Task RunAsync(PoleImportStep input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (desk.Find(input.Key, by) is null)
            throw new RuleBroken("pole-import.unknown", new("ไม่พบแฟ้มนี้ กรุณานำเข้าใหม่", "This file is no longer here. Please begin anew."));
        if (input.Reading is { } reading)
            Check(reading);
        var changed = desk.Change(input.Key, import => input.Reading is { } asked ? Compare(import, asked) : TakeOver(import))!;
        if (!desk.TryQueue(input.Key))
        {
            desk.Change(input.Key, import => import with { Stage = changed.Result is null ? PoleImportStage.Received : PoleImportStage.Checked });
            throw new RuleBroken("pole-import.busy", new("ขณะนี้มีงานรออยู่มาก กรุณาลองอีกครั้งภายหลัง", "Much is waiting at the moment. Please try again later."));
        }

        return Task.CompletedTask;
    }

    static void Check(PoleReading reading)
    {
        if (reading.Letters == PoleFileLetters.Unknown)
            throw new RuleBroken("pole-import.letters", new("กรุณาเลือกรหัสอักษรของแฟ้ม", "Please choose the letters of the file."));
        var columns = reading.Mapping.Columns;
        if (!columns.ContainsKey(Domain.Assets.PoleField.Latitude) || !columns.ContainsKey(Domain.Assets.PoleField.Longitude))
            throw new RuleBroken("pole-import.columns", new("กรุณาเลือกคอลัมน์ของละติจูดและลองจิจูด", "Please choose the columns of latitude and longitude."));
    }

    static PoleImport Compare(PoleImport import, PoleReading reading)
    {
        RequireRest(import);
        return import with { Reading = reading, Stage = PoleImportStage.Checking, Done = 0, Result = null, Failure = null };
    }

    static PoleImport TakeOver(PoleImport import)
    {
        RequireRest(import);
        return import is { Stage: PoleImportStage.Checked, Result.ProblemCount: 0 }
            ? import with { Stage = PoleImportStage.Importing, Done = 0 }
            : throw new RuleBroken("pole-import.not-checked", new("กรุณาตรวจแฟ้มให้ผ่านก่อนนำเข้า", "The file must be checked and without problems first."));
    }

    static void RequireRest(PoleImport import)
    {
        if (import.IsRunning || import.Stage == PoleImportStage.Done)
            throw new RuleBroken("pole-import.running", new("แฟ้มนี้กำลังดำเนินการหรือนำเข้าแล้ว", "This file is being worked on, or was taken over already."));
    }
}
