using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.DataSubjects;

/// <param name="Reference">The report.</param>
/// <param name="SeenNumber">Its newest act when the form was shown.</param>
/// <param name="Name">First and last name; may be empty.</param>
/// <param name="Phone">Digits; may be empty.</param>
/// <param name="Email">Address; may be empty.</param>
public sealed record RequesterCorrection(string Reference, int SeenNumber, string Name, string Phone, string Email) : ActInput(Reference, SeenNumber);

/// <summary>An officer puts right who reported, because the person concerned asked for it.</summary>
public sealed class CorrectRequester(AppDb db, AuditLog audit)
{
    /// <exception cref="RuleBroken">Nothing is changed, or somebody acted meanwhile.</exception>
    public Task RunAsync(RequesterCorrection input, Actor by, DateTime now, CancellationToken cancellationToken) => db.ActAsync(input, by, now, request =>
    {
        request.CorrectRequester(input.Name, input.Phone, input.Email, by, now);
        audit.Add(AuditAction.RequesterCorrected, by, now, AuditSubject.Request(input.Reference));
    }, cancellationToken);
}
