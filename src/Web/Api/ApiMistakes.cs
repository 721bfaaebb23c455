using Songthang.Domain.Thai;
using Songthang.Web.Shared;

namespace Songthang.Web.Api;

/// <summary>What is wrong with a call, field by field.</summary>
sealed class ApiMistakes
{
    readonly Dictionary<string, string[]> errors = new(StringComparer.Ordinal);

    public bool Any => errors.Count > 0;

    public void Check(string field, bool holds)
    {
        if (!holds)
            Add(field, new("ค่านี้ใช้ไม่ได้", "This value is not valid."));
    }

    /// <summary>What is empty is not given.</summary>
    public void Check(string field, string? value, Func<string, bool> isKnown) => Check(field, string.IsNullOrEmpty(value) || isKnown(value));

    public void Add(string field, Phrase sentence) => errors.TryAdd(field, [Say.T(sentence)]);

    public IResult ToProblem() => ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "invalid", new(
        "ข้อมูลบางช่องไม่ถูกต้อง ดูรายการใน errors", "Some values are not valid: see errors."), errors);
}
