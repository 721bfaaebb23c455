using Songthang.Domain;

namespace Songthang.Web.Features.PoleImporting;

/// <summary>The program does what an officer asked for: the comparison, or the import, and says what it came to.</summary>
public sealed class FinishPoleImport(PoleImportDesk desk, ImportPoles import, TimeProvider time, ILogger<FinishPoleImport> log)
{
    static readonly Domain.Thai.Phrase Failed = new(
        "ระบบทำงานไม่สำเร็จและไม่ได้นำเข้าสิ่งใด กรุณาลองอีกครั้ง", "The program failed, and nothing was taken over. Please try again.");

    public async Task RunAsync(string key, CancellationToken cancellationToken)
    {
        if (desk.Change(key, it => it) is not { IsRunning: true } asked)
            return;
        var onlyCheck = asked.Stage == PoleImportStage.Checking;
        try
        {
            var result = await import.RunAsync(
                new(desk.PathOf(key), asked.FileName, asked.Look.Kind, asked.Reading, onlyCheck, done => desk.Change(key, it => it with { Done = done })),
                asked.By, time.GetUtcNow().UtcDateTime, cancellationToken);
            // What became wrong since the comparison is shown as if it had been found then.
            var isDone = !onlyCheck && result.ProblemCount == 0;
            if (isDone)
                DeleteFile(key);
            desk.Change(key, it => it with { Stage = isDone ? PoleImportStage.Done : PoleImportStage.Checked, Result = result });
        }
        catch (RuleBroken rule)
        {
            desk.Change(key, it => it with { Stage = PoleImportStage.Failed, Failure = rule.Sentence });
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(problem, "Poles could not be imported");
            desk.Change(key, it => it with { Stage = PoleImportStage.Failed, Failure = Failed });
        }
    }

    /// <summary>All of it is in the register by now: a file that cannot be deleted is no failure, and is swept away within a day.</summary>
    void DeleteFile(string key)
    {
        try
        {
            desk.Delete(key);
        }
        catch (IOException problem)
        {
            log.LogWarning(problem, "A file with poles that was taken over is still there");
        }
    }
}
