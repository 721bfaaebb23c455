using Songthang.Domain.Thai;

namespace Songthang.Domain.WorkOrders;

/// <summary>Something that a repair used up, called as it was called then.</summary>
public sealed class UsedMaterial
{
    /// <summary>The greatest quantity that one line may have.</summary>
    public const int MostQuantity = 9_999;

    UsedMaterial() { }

    internal UsedMaterial(MaterialUse use, long? serviceRequestId, DateTime now) =>
        (Code, NameThai, NameEnglish, UnitThai, UnitEnglish, Quantity, UnitSatang, ServiceRequestId, UsedAt) =
        (use.Code, use.Name.Thai, use.Name.English, use.Unit.Thai, use.Unit.English, use.Quantity, use.UnitSatang, serviceRequestId, now);

    /// <summary>Key in storage.</summary>
    public long Id { get; private set; }

    /// <summary>The order.</summary>
    public long WorkOrderId { get; private set; }

    /// <summary>The request that it was used for; null for several together.</summary>
    public long? ServiceRequestId { get; private set; }

    /// <summary>Code of the settings' materials.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Thai name at that time.</summary>
    public string NameThai { get; private set; } = "";

    /// <summary>English name at that time.</summary>
    public string NameEnglish { get; private set; } = "";

    /// <summary>Thai unit at that time.</summary>
    public string UnitThai { get; private set; } = "";

    /// <summary>English unit at that time.</summary>
    public string UnitEnglish { get; private set; } = "";

    /// <summary>How many units, 1 to <see cref="MostQuantity"/>.</summary>
    public int Quantity { get; private set; }

    /// <summary>Price of a unit at that time, in satang (a hundredth of a baht); 0 when it was not known.</summary>
    public int UnitSatang { get; private set; }

    /// <summary>When its use was recorded, UTC.</summary>
    public DateTime UsedAt { get; private set; }
}

/// <summary>A material with its present names, and how much of it was used.</summary>
/// <param name="Code">Code of the settings' materials.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Quantity">How many units, 1 to <see cref="UsedMaterial.MostQuantity"/>.</param>
/// <param name="UnitSatang">Present price of a unit in satang; 0 when it is not known.</param>
public sealed record MaterialUse(string Code, Phrase Name, Phrase Unit, int Quantity, int UnitSatang = 0);
