using System.Text.Encodings.Web;
using System.Text.Json;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PublicMap;

/// <summary>Answers as files with a tag of their own: who has the same already gets 304.</summary>
static class MapJson
{
    // Thai as Thai: a third of the size. It is JSON and never part of a page.
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PublicFile Of(object wire) => new(JsonSerializer.SerializeToUtf8Bytes(wire, Options), "application/json", ChangedAt: null);

    public static PublicFile Of(byte[] geoJson) => new(geoJson, "application/geo+json", ChangedAt: null);
}
