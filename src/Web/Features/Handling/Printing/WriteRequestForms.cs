using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Songthang.Domain.Settings;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Documents;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared.Making;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>
/// The program makes a file with many forms, one after the other so that only one of them is in memory. That they were
/// printed is recorded when the file is whole: what failed can be printed again as the original.
/// </summary>
public sealed class WriteRequestForms(IServiceScopeFactory scopes, PaperFiles files, IOptions<Agency> agency)
{
    public async Task RunAsync(FormsWanted input, DateTime now, CancellationToken cancellationToken)
    {
        var facts = new PdfFacts(RequestForm.Name, agency.Value.Name.Thai, now);
        await files.WriteAsync(input.File, now, file => Pdf.WriteAsync(file, FormsAsync(input, now, cancellationToken), facts, cancellationToken));
        foreach (var reference in input.References)
            await RecordAsync(reference, input, now, cancellationToken);
    }

    async IAsyncEnumerable<Document> FormsAsync(FormsWanted input, DateTime now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < input.References.Count; i++)
        {
            await using var scope = scopes.CreateAsyncScope();
            await ReceiveAsync(scope.ServiceProvider, input.References[i], input, now, cancellationToken);
            var form = await scope.ServiceProvider.GetRequiredService<ShowRequestForm>()
                .RunAsync(new(input.References[i], HasSmallPhotos: true, IsBeingPrinted: true), input.By, now, cancellationToken);
            if (form is not null)
                yield return form;
            files.Report(input.File, new(i + 1, input.References.Count));
        }
    }

    /// <summary>The number must stand on the form, so it is given before; should the file fail, it stays the request's.</summary>
    static async Task ReceiveAsync(IServiceProvider services, string reference, FormsWanted input, DateTime now, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<CurrentSettings>();
        if (settings.Get(Topics.Papers).ReceiveNumbers != ReceiveNumbers.Kept)
            return;
        var db = services.GetRequiredService<AppDb>();
        await db.TryToActAsync(reference, async request =>
        {
            if (request.ReceiveNumber.Length > 0)
                return false;
            await db.ReceiveAsync(request, settings, input.By, now, cancellationToken);
            return true;
        }, cancellationToken);
        db.ChangeTracker.Clear();
    }

    async Task RecordAsync(string reference, FormsWanted input, DateTime now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.TryToActAsync(reference, request =>
        {
            new AuditLog(db).Add(AuditAction.FormPrinted, input.By, now, AuditSubject.Request(reference));
            request.RecordPrinting(input.By, now);
            return Task.FromResult(true);
        }, cancellationToken);
    }
}
