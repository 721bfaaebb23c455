using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Songthang.Web.Tests.Open311;

static class ErrorShape
{
    /// <summary>The answer is an error as the standard shapes it, in its own format, with its own status.</summary>
    public static void Is(HttpResponseMessage response, string text)
    {
        var code = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (response.Content.Headers.ContentType?.MediaType == "application/json")
        {
            var error = Assert.Single(JsonDocument.Parse(text).RootElement.EnumerateArray());
            Assert.Equal(["code", "description"], error.EnumerateObject().Select(property => property.Name));
            Assert.Equal(code, error.GetProperty("code").GetString());
            return;
        }

        Assert.Equal("text/xml; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var errors = XDocument.Parse(text).Root!;
        Assert.Equal("errors", errors.Name.LocalName);
        Assert.Equal(["code", "description"], Assert.Single(errors.Elements("error")).Elements().Select(element => element.Name.LocalName));
        Assert.Equal(code, errors.Element("error")!.Element("code")!.Value);
        Assert.NotEqual("", errors.Element("error")!.Element("description")!.Value);
    }
}
