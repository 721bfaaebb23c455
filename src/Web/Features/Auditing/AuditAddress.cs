using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Auditing;

/// <summary>What is shown of the record is its address; what cannot be read is as if it were not there.</summary>
public sealed record AuditAddress(AuditFilter Filter, PageStart? Start = null)
{
    /// <summary>What stands for every action that lets somebody see personal data.</summary>
    public const string Access = "seen";

    public static AuditAddress Read(IQueryCollection query) => new(
        new AuditFilter(
            int.TryParse(query["officer"], NumberStyles.None, CultureInfo.InvariantCulture, out var officer) ? officer : null,
            query["action"].ToString() is { Length: > 0 } word && char.IsAsciiLetter(word[0]) && Enum.TryParse<AuditAction>(word, out var action)
                ? action : null,
            SubjectOf(query["subject"].ToString()),
            TypedDay.Read(query["from"]),
            TypedDay.Read(query["to"]),
            query["action"] == Access),
        PageStart.Read(query["after"], isBackwards: false));

    public bool IsNarrow => Filter != new AuditFilter();

    public string Export => $"{Links.Audit}/export.csv{(this with { Start = null }).Query()}";

    public override string ToString() => Links.Audit + Query();

    /// <summary>A reference however it was typed, else the words as they stand.</summary>
    static string SubjectOf(string typed)
    {
        var subject = typed.Trim();
        if (Reference.TryParse(subject, out var reference))
            return reference.ToString();
        // PostgreSQL refuses a zero byte instead of finding nothing.
        return subject.Length <= AuditEntry.MaxSubject && !subject.Contains('\0', StringComparison.Ordinal) ? subject : "";
    }

    string Query()
    {
        var query = new QueryBuilder();
        Add("officer", Filter.OfficerId?.ToString(CultureInfo.InvariantCulture));
        Add("action", Filter.OnlyAccess ? Access : Filter.Action?.ToString());
        Add("subject", Filter.Subject);
        Add("from", TypedDay.Write(Filter.From));
        Add("to", TypedDay.Write(Filter.To));
        Add("after", Start?.Key);
        return query.ToQueryString().ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }
    }
}
