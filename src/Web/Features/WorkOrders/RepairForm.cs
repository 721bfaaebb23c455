using Microsoft.AspNetCore.Mvc.ModelBinding;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Acts;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>What a crew or an officer fills in after a repair; shown by <c>_RepairFields</c>.</summary>
public sealed class RepairForm
{
    /// <summary>What is done most often.</summary>
    public static IReadOnlyList<Phrase> Ready { get; } =
    [
        new("เปลี่ยนหลอดไฟแล้ว ไฟติดเป็นปกติ", "The lamp was replaced; the light works again."),
        new("เปลี่ยนโคมไฟแล้ว ไฟติดเป็นปกติ", "The luminaire was replaced; the light works again."),
        new("แก้ไขสายไฟหรือจุดต่อสายแล้ว", "The cable or its joints were repaired."),
        new("เปลี่ยนอุปกรณ์ในตู้ควบคุมแล้ว", "Parts of the control cabinet were replaced."),
        new("แก้ไขเสาไฟให้อยู่ในสภาพปลอดภัยแล้ว", "The pole was made safe."),
        new("ตัดแต่งกิ่งไม้ที่บังแสงแล้ว", "The branches that hid the light were cut."),
    ];

    public List<int> Ticked { get; set; } = [];

    [AtMost(ServiceRequest.MaxSymptom)]
    public string? WhatWasDone { get; set; }

    public string? CauseCode { get; set; }

    /// <summary>How much of each material, by its code.</summary>
    public Dictionary<string, int?> Used { get; set; } = [];

    public PhotoField Before { get; set; } = PhotoField.New();

    public PhotoField After { get; set; } = PhotoField.New();

    public bool IsOnlyPhotos => Before.IsOnlyPhotos || After.IsOnlyPhotos;

    /// <summary>What everyone reads is in the language that everyone reads.</summary>
    public string Words => ReadyWords.Join(Ready, Ticked, WhatWasDone, "th");

    public IReadOnlyList<Quantity> Materials =>
        [.. Used.Where(used => used.Value is > 0).Select(used => new Quantity(used.Key, used.Value!.Value)).OrderBy(used => used.Code, StringComparer.Ordinal)];

    /// <summary>Keeps what was sent, before anything else.</summary>
    public async Task ReceiveAsync(UploadDesk desk, ModelStateDictionary state, string name, DateTime now, CancellationToken cancellationToken)
    {
        await Before.ReceiveAsync(desk, state, $"{name}.{nameof(Before)}", now, cancellationToken);
        await After.ReceiveAsync(desk, state, $"{name}.{nameof(After)}", now, cancellationToken);
    }

    /// <summary>Says beside the fields what is missing.</summary>
    public void Check(ModelStateDictionary state, string name)
    {
        if (Words.Length == 0)
            state.AddModelError($"{name}.{nameof(WhatWasDone)}", Say.T("กรุณาระบุผลการดำเนินการ", "Please say what was done"));
        foreach (var (code, count) in Used)
        {
            if (count is < 0 or > UsedMaterial.MostQuantity)
            {
                state.AddModelError($"{name}.{nameof(Used)}[{code}]",
                    Say.T($"จำนวนต้องเป็น 0 ถึง {UsedMaterial.MostQuantity:N0}", $"A quantity is 0 to {UsedMaterial.MostQuantity:N0}"));
            }
        }
    }

    public Repair ToRepair(WorkOrderNumber number, string? onlyCrew, int? seenVersion, IReadOnlyList<string> references, string photosOf) => new(
        number, onlyCrew, seenVersion, references, Words, CauseCode ?? "", Materials, photosOf,
        new(Before.FormKey, Before.PhotoKeys), new(After.FormKey, After.PhotoKeys));
}
