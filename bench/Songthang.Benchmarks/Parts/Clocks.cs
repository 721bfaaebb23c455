using BenchmarkDotNet.Attributes;
using Songthang.Domain.ServiceLevels;

namespace Songthang.Benchmarks.Parts;

/// <summary>The seven clocks of a request over a year with its holidays: <c>-- --filter '*Clocks*'</c>.</summary>
[InProcess]
[MemoryDiagnoser]
public class Clocks
{
    static readonly DateTime Received = new(2026, 4, 10, 9, 0, 0, DateTimeKind.Utc);

    readonly ServiceLevel level = ServiceLevel.Default([new(2026, 4, 6), new(2026, 4, 13), new(2026, 4, 14), new(2026, 4, 15), new(2026, 5, 1), new(2026, 5, 4)]);

    readonly StepMoments moments = new()
    {
        Received = Received,
        FirstOpened = Received.AddDays(6),
        DetailsChecked = Received.AddDays(6).AddMinutes(20),
        RequesterTold = Received.AddDays(6).AddMinutes(25),
        Decided = Received.AddDays(7),
        Accepted = Received.AddDays(7),
        Waits = [new(Received.AddDays(8), Received.AddDays(11))],
    };

    [Benchmark]
    public IReadOnlyList<StepClock> AllSteps() => StepClocks.Of(moments, level);

    [Benchmark]
    public DateTime? NextDue() => StepClocks.DueAt(moments, level);

    [Benchmark]
    public DateTime? Promise() => StepClocks.ExpectedCompletion(moments, level);
}
