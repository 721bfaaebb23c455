using Songthang.Domain.DataProtection;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.DataSubjects;

/// <param name="Wish">What is asked for.</param>
/// <param name="Name">Who asks.</param>
/// <param name="Contact">How to reach them.</param>
/// <param name="Words">What they said; may be empty.</param>
public sealed record NewDataSubjectRequest(DataSubjectWish Wish, string Name, string Contact, string Words);

/// <summary>An officer takes down what somebody asks for of the own data: the clock of thirty days begins.</summary>
public sealed class ReceiveDataSubjectRequest(AppDb db, AuditLog audit)
{
    /// <returns>Its number.</returns>
    public async Task<int> RunAsync(NewDataSubjectRequest input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var request = DataSubjectRequest.Receive(input.Wish, (input.Name, input.Contact, input.Words), by, now);
        await using var transaction = await db.BeginAsync(cancellationToken);
        db.DataSubjectRequests.Add(request);
        await db.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(AuditAction.DataSubjectRequestReceived, by, now, AuditSubject.DataSubject(request.Id), request.Wish.ToString(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return request.Id;
    }
}
