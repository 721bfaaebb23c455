using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Thai;

namespace Songthang.Web.Open311;

/// <summary>What can be reported, and what is asked about it.</summary>
static class ServicesEndpoints
{
    public static IResult List(HttpContext context, FaultTypes faults)
    {
        var language = Open311Shapes.LanguageOf(context.Request);
        return new Answer("services", new Listing("service", [.. faults.Offered().Select(fault => new Record(
            new("service_code", fault.Code), new("service_name", fault.Name.In(language)),
            new("description", Description(fault).In(language)), new("metadata", true), new("type", "realtime"),
            new("keywords", string.Join(", ", new[] { fault.Name.Thai, fault.Name.English, "street light", "ไฟถนน" })),
            new("group", new Phrase("ไฟฟ้าสาธารณะ", "Street lights").In(language))))]));
    }

    public static IResult Define(string code, HttpContext context, FaultTypes faults)
    {
        var language = Open311Shapes.LanguageOf(context.Request);
        var fault = faults.Find(code) is { InUse: true } found ? found : throw Refused.Unknown("service_code was not found.");
        return new Answer("service_definition", new Record(new Field("service_code", fault.Code),
            new("attributes", new Listing("attribute",
            [
                Attribute("fault_details", "text", 1, new("รายละเอียดของอาการ เช่น ดับตั้งแต่เมื่อใด กี่ดวง", "Details of the fault, such as since when and how many lamps"), language),
                Attribute("pole_number", "string", 2, new("หมายเลขเสาไฟ (ถ้าทราบ)", "Number on the pole, if it has one"), language),
                Attribute("noticed_datetime", "datetime", 3, new("วันและเวลาที่พบ", "Day and time when it was noticed"), language),
            ]))));
    }

    static Record Attribute(string code, string datatype, int order, Phrase description, string language) => new(
        new("variable", true), new("code", code), new("datatype", datatype), new("required", false), new("datatype_description", ""),
        new("order", order), new("description", description.In(language)));

    static Phrase Description(FaultType fault) => fault.IsDangerous
        ? new("อาจเป็นอันตราย กรุณาอย่าเข้าใกล้", "May be dangerous: keep away.")
        : new("ไฟฟ้าสาธารณะที่องค์การบริหารส่วนจังหวัดดูแล", "A street light of the authority.");
}
