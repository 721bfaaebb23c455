using Microsoft.AspNetCore.Mvc.ModelBinding;
using Songthang.Domain.Assets;
using Songthang.Infrastructure.PoleFiles;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PoleRegistry;

/// <summary>What officers type about a pole; each property is named like its <see cref="PoleField"/>.</summary>
public sealed class PoleForm
{
    public string? Number { get; set; }
    public string? Latitude { get; set; }
    public string? Longitude { get; set; }
    public string? Road { get; set; }
    public string? Side { get; set; }
    public string? Luminaire { get; set; }
    public string? Lamp { get; set; }
    public string? Power { get; set; }
    public string? Cabinet { get; set; }
    public string? Circuit { get; set; }
    public string? InstalledOn { get; set; }
    public string? WarrantyUntil { get; set; }
    public string? ExpectedLife { get; set; }
    public string? Owner { get; set; }
    public string? Notes { get; set; }

    public static PoleForm Of(PoleFacts facts) => new()
    {
        Number = facts.Number,
        Latitude = facts.Written(PoleField.Latitude),
        Longitude = facts.Written(PoleField.Longitude),
        Road = facts.Road,
        Side = facts.Written(PoleField.Side),
        Luminaire = facts.Luminaire,
        Lamp = facts.LampCode,
        Power = facts.Written(PoleField.Power),
        Cabinet = facts.CabinetCode,
        Circuit = facts.CircuitCode,
        InstalledOn = facts.Written(PoleField.InstalledOn),
        WarrantyUntil = facts.Written(PoleField.WarrantyUntil),
        ExpectedLife = facts.Written(PoleField.ExpectedLife),
        Owner = facts.OwnerCode,
        Notes = facts.Notes,
    };

    /// <summary>The facts; what is wrong is said beside its field, then null.</summary>
    public PoleFacts? Read(PoleFactReader reader, ModelStateDictionary state, string name)
    {
        var problems = new List<PoleProblem>();
        var facts = reader.Read(field => Typed(field) ?? "", problems);
        foreach (var problem in problems)
            state.AddModelError($"{name}.{problem.Field}", Say.T(problem.Sentence));
        return facts;
    }

    string? Typed(PoleField field) => field switch
    {
        PoleField.Number => Number,
        PoleField.Latitude => Latitude,
        PoleField.Longitude => Longitude,
        PoleField.Road => Road,
        PoleField.Side => Side,
        PoleField.Luminaire => Luminaire,
        PoleField.Lamp => Lamp,
        PoleField.Power => Power,
        PoleField.Cabinet => Cabinet,
        PoleField.Circuit => Circuit,
        PoleField.InstalledOn => InstalledOn,
        PoleField.WarrantyUntil => WarrantyUntil,
        PoleField.ExpectedLife => ExpectedLife,
        PoleField.Owner => Owner,
        PoleField.Notes => Notes,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}

/// <summary>A page with the form of a pole.</summary>
public interface IHasPoleForm
{
    PoleForm Form { get; }
}
