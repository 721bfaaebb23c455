using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Songthang.Infrastructure;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Home;

/// <summary>The service as search engines understand it: schema.org <c>GovernmentService</c> in JSON-LD.</summary>
static class ServiceDescription
{
    // Thai as Thai; what could end the element in the page is escaped by every encoder but the relaxed one.
    static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(Agency agency, PublicAddress address)
    {
        var office = new JsonObject
        {
            ["@type"] = "GovernmentOrganization",
            ["name"] = agency.Name.Thai,
            ["alternateName"] = agency.ShortName.Thai,
            ["address"] = agency.Address.Thai,
            ["url"] = agency.Web.Length > 0 ? agency.Web : address.Of(Links.Home).AbsoluteUri,
        };
        if (agency.Phone.Length > 0)
            office["telephone"] = agency.Phone;
        return new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "GovernmentService",
            ["@id"] = address.Of(Links.Home).AbsoluteUri + "#service",
            ["name"] = agency.ServiceName.Thai,
            ["alternateName"] = agency.ServiceName.Phrase.English,
            ["description"] = "แจ้งไฟส่องทางดับหรือชำรุดจากโทรศัพท์มือถือ ไม่ต้องสมัครสมาชิก ไม่มีค่าธรรมเนียม และติดตามผลได้ตลอด",
            ["serviceType"] = "แจ้งไฟฟ้าสาธารณะขัดข้อง",
            ["url"] = address.Of(Links.Home).AbsoluteUri,
            ["provider"] = office,
            ["audience"] = new JsonObject { ["@type"] = "Audience", ["audienceType"] = "ประชาชนทั่วไป" },
            ["availableChannel"] = new JsonObject
            {
                ["@type"] = "ServiceChannel",
                ["serviceUrl"] = address.Of(Links.Report).AbsoluteUri,
                ["availableLanguage"] = new JsonArray("th", "en"),
            },
        }.ToJsonString(Written);
    }
}
