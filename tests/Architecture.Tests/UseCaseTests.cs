using System.Reflection;
using System.Text.RegularExpressions;

namespace Songthang.Architecture.Tests;

public partial class UseCaseTests
{
    // A new verb is one word more here.
    static readonly string[] Verbs =
    [
        "Accept", "Add", "Announce", "Answer", "Approve", "Ask", "Assign", "Attach", "Block", "Cancel", "Change",
        "Check", "Clear", "Close", "Complete", "Confirm", "Correct", "Create", "Decide", "Decline", "Delete", "Disable", "Dismiss", "Drop",
        "Edit", "Enable", "End", "Enter", "Erase", "Export", "Find", "Finish", "Follow", "Forget", "Forward", "Give", "Hand", "Hide", "Hold", "Import",
        "Invite", "Judge", "Keep", "Let", "Link", "List", "Load", "Lock", "Look", "Mark", "Merge", "Move", "Note", "Open",
        "Pause", "Plan", "Prepare", "Print", "Publish", "Put", "Rate", "Read", "Receive", "Record", "Register", "Remind",
        "Remove", "Rename", "Reopen", "Replace", "Reset", "Restore", "Resume", "Retire", "Retry", "Return",
        "Revoke", "Rotate", "Save", "Search", "See", "Send", "Set", "Share", "Show", "Sign", "Split", "Start", "Stop",
        "Store", "Submit", "Subscribe", "Suspend", "Take", "Tell", "Track", "Turn", "Undo", "Unlink", "Unlock", "Unsubscribe",
        "Upload", "Use", "Verify", "Warn", "Watch", "Withdraw", "Write",
    ];

    static readonly List<Type> UseCases = Code.Web.GetTypes()
        .Where(type => type.Namespace?.StartsWith("Songthang.Web.Features", StringComparison.Ordinal) is true)
        .Where(type => RunMethods(type).Any())
        .ToList();

    [Fact]
    public void A_use_case_is_named_verb_and_noun() =>
        Rule.Holds("Name it by what a person does to what: SubmitServiceRequest. A verb that is missing goes to Verbs.",
            UseCases.Where(type => Words().Matches(type.Name) is var words
                && (words.Count < 2 || !Verbs.Contains(words[0].Value, StringComparer.Ordinal))));

    [Fact]
    public void A_use_case_is_a_plain_class() =>
        Rule.Holds("No interface, no base class: whoever needs it names it.",
            UseCases.Where(type => !type.IsClass || type.IsAbstract || type.BaseType != typeof(object)
                || Array.Exists(type.GetInterfaces(), IsOurs)));

    [Fact]
    public void A_use_case_has_one_public_method_that_can_be_cancelled() =>
        Rule.Holds("RunAsync(input, by, now, cancellationToken) is all there is.",
            UseCases.Where(type =>
                Array.FindAll(PublicMethods(type), method => !method.IsSpecialName).Length != 1
                || RunMethods(type).Any(run => run.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))));

    static bool IsOurs(Type type) => type.Namespace?.StartsWith("Songthang", StringComparison.Ordinal) is true;

    static IEnumerable<MethodInfo> RunMethods(Type type) =>
        PublicMethods(type).Where(method => method.Name == "RunAsync");

    static MethodInfo[] PublicMethods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
