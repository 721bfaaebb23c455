using System.ComponentModel;
using Songthang.Domain.Publication;
using Songthang.Web.Shared;

namespace Songthang.Web.Api;

/// <summary>Where a request is, as far as everyone may know.</summary>
public sealed record ApiPlace(
    [property: Description("Tambon, six digits of the Department of Provincial Administration's code.")] string? TambonCode,
    string? Road, string? Landmark, string? Moo, string? PoleNumber,
    [property: Description("Degrees north (WGS 84), four decimals.")] double? Latitude,
    [property: Description("Degrees east (WGS 84), four decimals.")] double? Longitude);

/// <summary>A request as everyone may see it: words, place and position only after an officer checked them.</summary>
public sealed record ApiRequest(
    [property: Description("As people know it, such as 69-00123-4.")] string Reference,
    [property: Description("The public's status: waiting, in-progress, completed, forwarded, declined, duplicate or withdrawn.")] string Status,
    [property: Description("A code of /api/v1/services.")] string ServiceCode,
    [property: Description("When it was received, UTC.")] DateTime SubmittedAt,
    [property: Description("When the repair was done, UTC; null before.")] DateTime? CompletedAt,
    [property: Description("When anything of it last changed, UTC.")] DateTime UpdatedAt,
    [property: Description("Whether an officer checked the details.")] bool IsChecked,
    [property: Description("The citizen's words as the officer released them.")] string? Symptom,
    ApiPlace Place,
    [property: Description("Reference of the request that goes on for this one too.")] string? MergedInto,
    [property: Description("Path of its page for people.")] string Page)
{
    public static ApiRequest Of(PublicServiceRequest it) => new(
        it.Reference, PublicStatus.Of(it.Status).Slug, it.FaultCode, it.SubmittedAt, it.CompletedAt, it.UpdatedAt, it.IsChecked,
        Said(it.Symptom),
        new(Said(it.Place.TambonCode), Said(it.Place.Road), Said(it.Place.Landmark), Said(it.Place.Moo), Said(it.Place.PoleNumber),
            it.Place.Latitude, it.Place.Longitude),
        it.MergedInto, Links.PublicReport(it.Reference));

    /// <summary>What is empty is not said.</summary>
    internal static string? Said(string text) => text.Length == 0 ? null : text;
}
