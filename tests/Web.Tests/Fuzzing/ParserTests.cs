namespace Songthang.Web.Tests.Fuzzing;

/// <summary>A small share of <c>./bench.sh fuzz</c>: other input at each run, found again by the number that a failure names.</summary>
public class ParserTests
{
    const int Executions = 2_000;

    public static TheoryData<string> Names => [.. Parsers.Select(parser => parser.Name)];

    static IEnumerable<Parser> Parsers => [.. TypedParsers.All, .. QueryParsers.All, .. FileParsers.All];

    [Theory, MemberData(nameof(Names))]
    public async Task Whatever_is_sent_it_is_taken_or_refused_and_what_is_taken_reads_the_same_again(string name)
    {
        var parser = Parsers.Single(parser => parser.Name == name);
        var first = Environment.TickCount;
        for (var number = 0; number < Executions / parser.Share; number++)
        {
            var fault = await Record.ExceptionAsync(() => parser.Try(new Random(first + number)));
            Assert.True(fault is null, $"{name}, number {first + number}: {fault?.Message}\n{fault?.InnerException}");
        }
    }
}
