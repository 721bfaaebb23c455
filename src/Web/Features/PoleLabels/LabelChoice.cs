using System.Globalization;
using Songthang.Domain.Assets;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Poles;

namespace Songthang.Web.Features.PoleLabels;

/// <summary>Whose labels on which sheet of stickers. The whole choice is its address; what cannot be read is as if it were not there.</summary>
/// <param name="Poles">The poles that were ticked.</param>
/// <param name="List">The list all of whose poles are wanted; null for those that were ticked.</param>
/// <param name="Sheet">Code of the sheet; empty for the first that is offered.</param>
/// <param name="From">The sticker of the first sheet that the first label goes on, from 1.</param>
public sealed record LabelChoice(IReadOnlyList<PoleCode> Poles, PoleAddress? List, string Sheet = "", int From = 1)
{
    public static LabelChoice Read(IQueryCollection query) => new(
        [.. query["pole"].Select(typed => PoleCode.TryParse(typed, out var code) ? code : default).Where(code => code != default).Distinct().Take(PolesToLabel.Most)],
        query["all"] == "true" ? PoleAddress.Read(query) with { Place = null } : null,
        query["sheet"].ToString() is { Length: <= 60 } sheet ? sheet : "",
        int.TryParse(ThaiDigits.ToArabic(query["from"].ToString()), NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? Math.Max(1, from) : 1);

    /// <summary>Where it was made: the list, or the pole's page.</summary>
    public string Back => List?.ToString() ?? (Poles is [var only] ? Links.Pole(only.ToString()) : Links.Poles);

    /// <summary>Whose labels, as the names and values of an address.</summary>
    public IEnumerable<(string Name, string Value)> Whose => List is null
        ? Poles.Select(pole => ("pole", pole.ToString()))
        : List.Parts().Append(("all", "true"));

    /// <summary>The choice as the address of the page, or of the file with <paramref name="ending"/> <c>.pdf</c>.</summary>
    public string Address(string ending = "") => $"{Links.PoleLabels}{ending}?" + string.Join('&',
        Whose.Append(("sheet", Sheet)).Append(("from", From.ToString(CultureInfo.InvariantCulture)))
            .Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}"));
}
