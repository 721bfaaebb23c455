using System.Text.RegularExpressions;

namespace Songthang.Architecture.Tests;

public partial class CallTests
{
    static readonly string[] Clocks =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
    ];

    // In two parts, so that this file is not found itself.
    const string Blocking = ".GetAwaiter()" + ".GetResult()";

    [Fact]
    public void Nobody_reads_a_static_clock() =>
        Rule.Holds("`now` is an argument, or comes from the injected TimeProvider.",
            Code.Calls.Where(call => Clocks.Any(clock => Names(call, clock))));

    [Fact]
    public void No_thread_is_put_to_sleep() =>
        Rule.Holds("Waiting is asynchronous and can be cancelled.",
            Code.Calls.Where(call => Names(call, "System.Threading.Thread::Sleep")));

    [Fact]
    public void Nobody_blocks_on_a_task()
    {
        var calls = Code.Calls.Where(call => BlockingCall().IsMatch(call.Method)).Select(call => call.ToString());
        // What `await` compiles to looks the same as this in the compiled code.
        var texts = Source.AllFiles(".cs", ".cshtml")
            .Where(file => file.Text.Contains(Blocking, StringComparison.Ordinal))
            .Select(file => $"{file} has {Blocking}");

        Rule.Holds("Await it.", calls.Concat(texts));
    }

    [Fact]
    public void The_rules_see_calls() =>
        // Guards the three rules above against a change in how methods are written down.
        Assert.Contains(Code.Calls, call => Names(call, "System.Exception::.ctor"));

    static bool Names(Call call, string method) => call.Method.Contains(method + "(", StringComparison.Ordinal);

    [GeneratedRegex(@"System\.Threading\.Tasks\.(Value)?Task(`1(<.*>)?)?::(get_Result|Wait|WaitAll|WaitAny)\(",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlockingCall();
}
