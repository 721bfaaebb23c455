using BenchmarkDotNet.Attributes;
using Songthang.Domain.Assets;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Benchmarks.Parts;

/// <summary>What reads that which people type: <c>-- --filter '*Parsers*'</c>.</summary>
[InProcess]
[MemoryDiagnoser]
public class Parsers
{
    [Benchmark]
    public bool ReferenceWithThaiDigits() => Reference.TryParse("๖๙-๐๐๐๐๑-๔", out _);

    [Benchmark]
    public bool Phone() => PhoneNumber.TryParse("+66 (0)81-234-5678", out _);

    [Benchmark]
    public bool Email() => EmailAddress.TryParse("somchai.jaidee@example.org", out _);

    [Benchmark]
    public bool PoleLabel() => PoleCode.TryParse("AYA-00042-7", out _);

    [Benchmark]
    public string PaintedNumber() => PoleNumber.Key("อบจ.อย. ๑๕/๕๘");

    [Benchmark]
    public string CleanSentence() => ThaiText.Clean("ไฟส่องทางชำรุด ดับมา 3 คืนแล้ว ถนนมืดมากและมีรถบรรทุกวิ่งผ่านตลอดคืน");

    [Benchmark]
    public string FoldSentence() => ThaiText.Fold("ไฟส่องทางชำรุด ดับมา ๓ คืนแล้ว ถนนมืดมากและมีรถบรรทุกวิ่งผ่านตลอดคืน");
}
