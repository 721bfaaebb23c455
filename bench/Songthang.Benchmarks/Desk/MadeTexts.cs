namespace Songthang.Benchmarks.Desk;

/// <summary>What people write about street lights, put together from parts: some are in every second report, some in a few.</summary>
sealed class MadeTexts
{
    static readonly string[] Openings = ["", "", "รบกวนด้วยครับ ", "ช่วยดูให้หน่อยค่ะ ", "แจ้งเพื่อทราบ ", "เรียนเจ้าหน้าที่ ", "ขอความอนุเคราะห์ "];
    static readonly string[] Lamps = ["ไฟส่องทาง", "ไฟส่องทาง", "ไฟถนน", "ไฟทาง", "ไฟกิ่ง", "โคมไฟ", "หลอดไฟ", "เสาไฟ"];
    static readonly string[] States = ["ดับ", "ดับ", "ดับ", "ดับทั้งแถบ", "กะพริบ", "ติดๆ ดับๆ", "เอียง", "ล้ม", "สายห้อย", "ฝาครอบหลุด", "เปิดทั้งวัน", "มีประกายไฟ"];
    static readonly string[] Places = ["หน้าวัด", "ตรงข้ามโรงเรียน", "ข้างตลาด", "ปากซอย", "หน้าบ้านเลขที่", "ใกล้สะพาน", "ตรงโค้ง", "ทางเข้าหมู่บ้าน", "ริมคลอง", "หน้าอู่"];
    static readonly string[] Names = ["ทองทุ่ง", "บางนกยูง", "ศรีสุข", "ใหม่พัฒนา", "ร่มเย็น", "ต้นไทร", "สามแยก", "ท่าน้ำ", "ดอนกลาง", "คลองใหญ่", "บ้านสวน", "หนองบัว"];
    static readonly string[] Endings = ["", "", "มืดมาก", "มาหลายคืนแล้ว", "กลัวเกิดอุบัติเหตุ", "ตั้งแต่ฝนตกเมื่อวาน", "เด็กนักเรียนเดินผ่าน", "รถจักรยานยนต์ล้มไปแล้ว"];

    /// <summary>Words to look for: in most reports, in some, in few, in one or none.</summary>
    public static IReadOnlyList<string> Words { get; } =
        ["ไฟส่องทาง", "ดับ", "ดับทั้งแถบ", "ประกายไฟ", "หน้าวัดทองทุ่ง", "หนองบัว 77", "ซอย 41 ", "บ้านเลขที่ศรีสุข 4123", "4711", "รถจักรยานยนต์", "มืดมาก ริมคลอง", "น้ำท่วม", "ไฟ", "ดั"];

    public string Symptom(Random random) =>
        $"{One(random, Openings)}{One(random, Lamps)}{One(random, States)} {One(random, Places)}{One(random, Names)} {random.Next(10_000)} {One(random, Endings)}".Trim();

    public string Road(Random random) => $"ถนน{One(random, Names)} ซอย {random.Next(100)}";

    static string One(Random random, string[] parts) => parts[random.Next(parts.Length)];
}
