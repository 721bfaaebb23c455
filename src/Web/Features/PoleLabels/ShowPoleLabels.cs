using Microsoft.Extensions.Options;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PoleLabels;

/// <summary>Labels as they would be printed.</summary>
/// <param name="Facts">What is on them.</param>
/// <param name="Mistake">Why they cannot be printed; null when they can.</param>
public sealed record ShownLabels(PoleLabelFacts Facts, Phrase? Mistake);

/// <summary>Somebody looks at the labels of some poles, or prints them.</summary>
public sealed class ShowPoleLabels(PolesToLabel poles, CurrentSettings settings, IOptions<Agency> agency, PublicAddress address)
{
    public async Task<ShownLabels> RunAsync(LabelChoice input, CancellationToken cancellationToken)
    {
        var found = input.List is { } list
            ? await poles.OfAsync(list.Filter, cancellationToken)
            : await poles.OfAsync([.. input.Poles.Select(pole => pole.Number)], cancellationToken);
        var sheets = settings.Get(Topics.LabelSheets);
        var sheet = sheets.Find(input.Sheet) ?? sheets.Offered().FirstOrDefault() ?? LabelSheet.Shipped.All[0];
        var facts = new PoleLabelFacts(
            sheet, Math.Min(input.From, sheet.Count()), [.. found.Select(pole => new PoleLabel(pole.Code, pole.Number))], agency.Value, pole => address.Of(Links.PolePage(pole.Code.ToString())));
        return new(facts, Mistake(facts));
    }

    static Phrase? Mistake(PoleLabelFacts facts)
    {
        if (facts.Poles.Count == 0)
            return new("ยังไม่ได้เลือกเสา กรุณาเลือกเสาในทะเบียน", "No pole is chosen. Please choose poles in the register.");
        if (facts.Poles.Count > PolesToLabel.Most)
            return new($"พิมพ์ได้ครั้งละไม่เกิน {PolesToLabel.Most:N0} ป้าย กรุณากรองให้แคบลง", $"At most {PolesToLabel.Most:N0} labels are printed at once. Please narrow the list.");
        var least = PoleLabelPaper.LeastModule;
        return PoleLabelPaper.Module(facts.Sheet, facts.Address(facts.Poles[0])) < least
            ? new($"ป้ายขนาดนี้เล็กเกินไป จุดของ QR จะเล็กกว่า {least} มม. และสแกนไม่ได้ กรุณาเลือกแผ่นที่ป้ายใหญ่กว่า",
                $"These labels are too small: the dots of the QR code would be smaller than {least} mm and cannot be scanned. Please choose larger ones.")
            : null;
    }
}
