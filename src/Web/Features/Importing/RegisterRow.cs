using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Web.Features.Importing;

/// <summary>One line of an older register, read and found right.</summary>
/// <param name="Line">Line of the file, for problems found later.</param>
/// <param name="Row">The register's own number, by which a duplicate names its main request.</param>
/// <param name="ReportedOn">Day of the report in Bangkok; the register knows no time of day.</param>
/// <param name="Fault">What was wrong.</param>
/// <param name="Symptom">In the words of the register.</param>
/// <param name="Place">Where.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="CompletedOn">Day of the repair; given exactly when completed.</param>
/// <param name="Requester">Who reported.</param>
/// <param name="Channel">By which way.</param>
/// <param name="Note">Remark: result, receiver, reason or question.</param>
/// <param name="MainRow">The row that a duplicate was merged with.</param>
sealed record RegisterRow(
    int Line, int Row, DateOnly ReportedOn, FaultType Fault, string Symptom, Place Place, ServiceRequestStatus Status,
    DateOnly? CompletedOn, Requester Requester, IntakeChannel Channel, string Note, int? MainRow);
