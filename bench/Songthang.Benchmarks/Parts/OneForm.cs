using BenchmarkDotNet.Attributes;
using Songthang.Benchmarks.Forms;

namespace Songthang.Benchmarks.Parts;

/// <summary>One request form as PDF: <c>-- --filter '*OneForm*'</c>.</summary>
[InProcess]
[MemoryDiagnoser]
public class OneForm
{
    [Benchmark]
    public int Pdf() => FormsAgainstChromium.Pdf(7).Length;
}
