using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Spam;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Spam;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.Reporting;

/// <summary>The report page. Whatever goes wrong, everything typed and every photo stays.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SubmitPolicy)]
[RequestSizeLimit(PhotoField.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoField.MostBytes)]
// Checked below: the framework's own answer to an expired token would lose what was typed.
[IgnoreAntiforgeryToken]
public sealed class ReportModel(
    SubmitServiceRequest submit, PublicNearby nearby, AppDb db, UploadDesk desk, IAntiforgery antiforgery, Province province, FaultTypes faults,
    LookAround look, PoleToReport poles, JudgeReport judge, HoldReport hold, Buckets buckets, FormTime formTime, ProofOfWork proof, TimeProvider time) : PageModel, IShowAgain
{
    [BindProperty]
    public ReportForm Form { get; set; } = new();

    [BindProperty]
    public PhotoField Photos { get; set; } = PhotoField.New();

    /// <summary>A field that people do not see.</summary>
    [BindProperty]
    public string? Website { get; set; }

    /// <summary>When the form was given out, signed.</summary>
    [BindProperty]
    public string? FormTime { get; set; }

    /// <summary>What the browser computed; the name is the protocol's.</summary>
    [BindProperty]
    public string? Altcha { get; set; }

    /// <summary>The browser was asked to compute before this form was sent.</summary>
    [BindProperty]
    public bool WasAsked { get; set; }

    /// <summary>What the browser is asked to compute before this is sent; null when nothing.</summary>
    public string? Puzzle { get; private set; }

    /// <summary>References of what the citizen was shown as reported already.</summary>
    [BindProperty]
    public List<string> Shown { get; set; } = [];

    /// <summary>The citizen said that none of <see cref="Shown"/> is meant.</summary>
    [BindProperty]
    public bool Different { get; set; }

    /// <summary>What is reported there already and the citizen has not seen yet: between filling in and sending.</summary>
    public AlreadyReported? Already { get; private set; }

    public Province Province => province;

    /// <summary>What is known of the place, once there is one.</summary>
    public Surroundings? Around { get; private set; }

    /// <summary>The pole that the citizen stands before, when the address names one.</summary>
    public KnownPole? Known { get; private set; }

    /// <summary>Such as from the code on a pole: <c>?pole=001234-5</c>.</summary>
    public async Task OnGetAsync(string? pole, CancellationToken cancellationToken)
    {
        StampForm();
        if ((Known = await poles.FindAsync(pole, cancellationToken)) is not { Place: var place })
            return;
        Form.Fill(place);
        Around = await look.RunAsync(place, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var photosAsSent = await TracesAsync(cancellationToken);
        await Photos.ReceiveAsync(desk, ModelState, nameof(Photos), now, cancellationToken);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            ForgetMistakesElsewhere();
            return await ShowAgainAsync(StatusCodes.Status400BadRequest, ExpiredFormShownAgainAttribute.Expired, cancellationToken);
        }

        if (Photos.IsOnlyPhotos)
        {
            ForgetMistakesElsewhere();
            return await ShowAgainAsync(ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, null, cancellationToken);
        }

        Form.Check(ModelState, nameof(Form), province, faults, now);
        if (!ModelState.IsValid) return await ShowAgainAsync(StatusCodes.Status422UnprocessableEntity, null, cancellationToken);
        // Where people may come to harm nothing stands between them and us: officers will see that there are two.
        Already = faults.Find(Form.Fault)?.IsDangerous == true ? null : await FindAlreadyAsync(cancellationToken);
        if (Already is not null) return await ShowAgainAsync(StatusCodes.Status200OK, null, cancellationToken);
        try
        {
            var report = Form.ToReport(Photos.FormKey, Photos.PhotoKeys, photosAsSent, now);
            var judgement = await JudgeAsync(report, now, cancellationToken);
            switch (judgement.Verdict)
            {
                case SpamVerdict.Prove:
                    await buckets.PourAsync(judgement.Counted, HoldReport.Overflow, now, cancellationToken);
                    Puzzle = proof.Ask(report.FormKey, now);
                    return await ShowAgainAsync(StatusCodes.Status200OK, null, cancellationToken);
                case SpamVerdict.Hold:
                    await hold.RunAsync(report, judgement, now, cancellationToken);
                    return Redirect(Links.HeldForm(report.FormKey));
                default:
                    var received = await submit.RunAsync(report with { Counted = judgement.Counted }, Actor.Requester, now, cancellationToken);
                    return Redirect(Links.Receipt(received.Secret));
            }
        }
        catch (RuleBroken rule) when (rule.Code == SubmitServiceRequest.KeyReused)
        {
            await Photos.StartAnewAsync(desk, cancellationToken);
            return await ShowAgainAsync(StatusCodes.Status409Conflict, rule, cancellationToken);
        }
    }

    /// <summary>A form that was answered before gets the same answer, whoever sends it again.</summary>
    async Task<Judgement> JudgeAsync(NewReport report, DateTime now, CancellationToken cancellationToken)
    {
        var sender = RateLimitsSetup.Sender(HttpContext.Connection.RemoteIpAddress);
        var judgement = await judge.RunAsync(report, new(sender, Website, FormTime, Altcha, WasAsked), now, cancellationToken);
        return judgement.Verdict != SpamVerdict.Pass
            && await db.AnsweredSubmissions.AnyAsync(answered => answered.FormKey == report.FormKey, cancellationToken)
            ? judgement with { Verdict = SpamVerdict.Pass, Counted = [] } : judgement;
    }

    /// <summary>Stays through all mistakes; a form that never had a time gets one.</summary>
    void StampForm()
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (formTime.Age(FormTime, Photos.FormKey, now) is not null)
            return;
        FormTime = formTime.Sign(Photos.FormKey, now);
        ModelState.Remove(nameof(FormTime));
    }

    /// <summary>What the citizen must see before this is sent; null when there is nothing, or this very form was sent before.</summary>
    async Task<AlreadyReported?> FindAlreadyAsync(CancellationToken cancellationToken)
    {
        var found = (await nearby.FindAsync(Form.Fault ?? "", Form.ToPlace(), cancellationToken))
            .Where(near => !Different || !Shown.Contains(near.Request.Reference)).ToList();
        // Asked in this order: whoever sends twice would otherwise be shown the own report.
        var isNews = found.Count > 0 && !await db.AnsweredSubmissions.AnyAsync(answered => answered.FormKey == Photos.FormKey, cancellationToken);
        return isNews ? new AlreadyReported(found, IsBeforeSending: false) : null;
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        await Photos.LoadAsync(desk, cancellationToken);
        StampForm();
        Around = await look.RunAsync(Form.ToPlace(), cancellationToken);
        // Preselected, not decided: it stands in the list to be corrected.
        if (string.IsNullOrEmpty(Form.Tambon) && Around.Tambon?.Tambon is { } tambon)
        {
            Form.Tambon = tambon.Code;
            ModelState.SetModelValue($"{nameof(Form)}.{nameof(ReportForm.Tambon)}", tambon.Code, tambon.Code);
        }
    }

    async Task<PageResult> ShowAgainAsync(int status, RuleBroken? rule, CancellationToken cancellationToken)
    {
        if (rule is not null) ModelState.AddModelError("", Say.T(rule.Sentence));
        await ShowAgainAsync(cancellationToken);
        return new PageResult { StatusCode = status };
    }

    /// <summary>Who adds a photo has not finished the form: its gaps are no mistakes yet.</summary>
    void ForgetMistakesElsewhere()
    {
        const string field = $"{nameof(Photos)}.{nameof(PhotoField.Files)}";
        List<string> mistakes = [.. ModelState[field]?.Errors.Select(error => error.ErrorMessage) ?? []];
        ModelState.Clear();
        mistakes.ForEach(mistake => ModelState.AddModelError(field, mistake));
    }

    /// <summary>The photos as the browser sent them: the same when the same form is sent twice, whatever keys they get.</summary>
    async Task<List<string>> TracesAsync(CancellationToken cancellationToken)
    {
        var traces = new List<string>(Photos.PhotoKeys);
        foreach (var file in Photos.Files)
        {
            await using var content = file.OpenReadStream();
            traces.Add(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)));
        }

        return traces;
    }
}
