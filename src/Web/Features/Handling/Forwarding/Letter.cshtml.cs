using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Forwarding;

/// <summary>Records the letter of a forwarded request when it is known, or corrects it.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class LetterModel(RecordLetter useCase, AppDb db, TimeProvider time) : LetterPage(db, time)
{
    public override Act Act => Act.Letter;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var letter = ReadLetter() ?? new ForwardingLetter("", null);
        return SendAsync(
            (by, now) => useCase.RunAsync(new CoveringLetter(Reference, SeenNumber, letter), by, now, cancellationToken),
            "บันทึกเลขที่หนังสือแล้ว", "The letter is recorded.", cancellationToken);
    }
}
