using System.Runtime.CompilerServices;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.OpenData;

/// <summary>The register of poles; what officers note of them stays with the officers.</summary>
public sealed class PoleDataset : OpenDataset
{
    public const string Slug = "poles";

    readonly PublicPoles poles;
    readonly Filled<PublicPole>[] filled;

    public PoleDataset(PublicPoles poles, Province province, CurrentSettings settings, Microsoft.Extensions.Options.IOptions<Agency> agency)
    {
        this.poles = poles;
        filled = Fill(province, settings.Get(Topics.Authorities).All, agency.Value);
        Columns = [.. filled.Select(column => column.About)];
    }

    public override string Name => Slug;

    public override Phrase Title { get; } = new("ทะเบียนเสาไฟฟ้าสาธารณะ", "Register of street-light poles");

    public override Phrase Description { get; } = new(
        "เสาไฟฟ้าสาธารณะในทะเบียน พร้อมตำแหน่ง ชนิดโคมและหลอด ตู้ควบคุม วงจร และเจ้าของ",
        "The street-light poles of the register with position, luminaire, lamp, control cabinet, circuit and owner.");

    public override Phrase DayMeant { get; } = new("วันที่ติดตั้ง", "day of installation");

    public override IReadOnlyList<Phrase> Keywords { get; } =
        [new("เสาไฟ", "lighting pole"), new("ไฟฟ้าสาธารณะ", "street light"), new("ทะเบียนทรัพย์สิน", "asset register")];

    public override IReadOnlyList<OpenColumn> Columns { get; }

    public override Task<DataStamp> StampAsync(DayRange days, CancellationToken cancellationToken) =>
        poles.StampAsync(new(days.From, days.To), cancellationToken);

    public override async IAsyncEnumerable<object?[]> RowsAsync(DayRange days, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var pole in poles.EveryAsync(new(days.From, days.To), cancellationToken))
            yield return Array.ConvertAll(filled, column => column.Value(pole));
    }

    public override async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellationToken) =>
        [.. (await poles.YearsAsync(cancellationToken)).Select(year => year + 543)];

    static Filled<PublicPole>[] Fill(Province province, IReadOnlyList<Authority> owners, Agency agency) =>
    [
        new(new("code", OpenType.Text, new("รหัสทะเบียน", "Code"), new("รหัสของเสาในทะเบียน ไม่ซ้ำกัน", "The register's own code, unique."), true), p => p.Code.ToString()),
        new(new("number", OpenType.Text, new("หมายเลขเสา", "Pole number"), new("หมายเลขที่เขียนบนเสา", "The number painted on the pole.")), p => Text(p.Number)),
        new(new("road", OpenType.Text, new("ถนน", "Road"), new("ชื่อหรือหมายเลขถนน", "Name or number of the road.")), p => Text(p.Road)),
        new(new("side", OpenType.Text, new("ฝั่งถนน", "Side of the road"), new(
            "Left ซ้ายทาง, Right ขวาทาง, Median เกาะกลาง ว่างเมื่อไม่ระบุ", "Left, Right or Median, seen along the road's kilometres; empty when not said.")),
            p => p.Side == PoleSide.Unknown ? null : p.Side.ToString()),
        new(new("tambon_code", OpenType.Text, new("รหัสตำบล", "Tambon code"), new("รหัสตำบล 6 หลักของกรมการปกครอง", "Six digits of the Department of Provincial Administration.")), p => Text(p.TambonCode)),
        new(new("tambon_th", OpenType.Text, new("ตำบล", "Tambon"), new("ชื่อตำบล", "Name of the subdistrict.")), p => province.Find(p.TambonCode)?.ThaiName),
        new(new("amphoe_th", OpenType.Text, new("อำเภอ", "Amphoe"), new("ชื่ออำเภอ", "Name of the district.")), p => province.Find(p.TambonCode)?.Amphoe.ThaiName),
        new(new("luminaire", OpenType.Text, new("ชนิดโคมไฟ", "Luminaire"), new("ชนิดของโคมไฟ", "Kind of luminaire.")), p => Text(p.Luminaire)),
        new(new("lamp_code", OpenType.Text, new("ชนิดหลอดไฟ (รหัส)", "Lamp (code)"), new("รหัสชนิดหลอดไฟ", "Kind of lamp.")), p => Text(p.LampCode)),
        new(new("power_watts", OpenType.WholeNumber, new("กำลังไฟ (วัตต์)", "Power (W)"), new("กำลังของหลอดไฟเป็นวัตต์", "Power of the lamp in watts.")), p => p.PowerWatts),
        new(new("cabinet", OpenType.Text, new("ตู้ควบคุม", "Control cabinet"), new("ชื่อหรือรหัสตู้ควบคุม", "Name of the control cabinet.")), p => Text(p.CabinetCode)),
        new(new("circuit", OpenType.Text, new("วงจร", "Circuit"), new("วงจรของตู้ควบคุม", "Circuit of the cabinet.")), p => Text(p.CircuitCode)),
        new(new("installed_on", OpenType.Day, new("วันที่ติดตั้ง", "Installed on"), new("วันที่ติดตั้ง ว่างเมื่อไม่ทราบ", "Day of the installation; empty when unknown.")), p => p.InstalledOn),
        new(new("owner_th", OpenType.Text, new("เจ้าของ", "Owner"), new("หน่วยงานเจ้าของเสา", "The authority that owns the pole."), true),
            p => p.OwnerCode.Length == 0 ? agency.Name.Thai : owners.FirstOrDefault(owner => owner.Code == p.OwnerCode)?.Name.Thai ?? p.OwnerCode),
        new(new("retired_on", OpenType.Day, new("เลิกใช้ตั้งแต่", "Out of use since"), new("ว่างเมื่อยังใช้งาน", "Empty while it is in use.")), p => p.RetiredOn),
        new(new("updated_at", OpenType.Moment, new("ปรับปรุงล่าสุด", "Last change"), new("วันและเวลาที่ข้อมูลเปลี่ยนครั้งล่าสุด", "When the record last changed."), true), p => p.ChangedAt),
        new(new("latitude", OpenType.Degrees, new("ละติจูด", "Latitude"), new("องศาเหนือ WGS 84 ทศนิยม 6 ตำแหน่ง", "Degrees north, WGS 84, 6 decimals."), true), p => Rounded(p.Latitude)),
        new(new("longitude", OpenType.Degrees, new("ลองจิจูด", "Longitude"), new("องศาตะวันออก WGS 84 ทศนิยม 6 ตำแหน่ง", "Degrees east, WGS 84, 6 decimals."), true), p => Rounded(p.Longitude)),
    ];

    static double Rounded(double degrees) => Math.Round(degrees, PublicPole.PositionDecimals);

    static string? Text(string text) => text.Length > 0 ? text : null;
}
