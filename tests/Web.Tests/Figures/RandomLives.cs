using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Figures;

/// <summary>Requests that go through whatever the workflow allows, at random, saved as the program saves them.</summary>
sealed class RandomLives(TestApp app, int seed, Province province)
{
    static readonly string?[] Tambons = ["140101", "140102", "140201", "141403", ""];
    static readonly string[] Faults = ["lamp_out", "flicker", "section_out", "pole_damaged"];

    readonly Random random = new(seed);
    readonly List<string> references = [];
    DateTime now = new(2025, 8, 20, 2, 0, 0, DateTimeKind.Utc);
    int number;

    /// <summary>How many things have happened.</summary>
    public int Events { get; private set; }

    /// <summary>Several things to several requests, in one transaction; now and then a second writer of the same requests comes first.</summary>
    public Task LiveAsync() => app.WithDbAsync(async db =>
    {
        now = now.AddMinutes(random.Next(20, 6_000));
        var chosen = Enumerable.Range(0, random.Next(40, 140)).Select(_ => Choose()).ToList();
        var known = chosen.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var ids = await db.ServiceRequests.Where(request => known.Contains(request.Reference)).Select(request => request.Id).ToListAsync();
        var requests = await db.FindRequestsAsync(ids, CancellationToken.None);
        foreach (var request in chosen.Where(reference => reference is null).Select(_ => Submit()))
        {
            db.ServiceRequests.Add(request);
            requests.Add(request);
        }

        foreach (var request in requests)
            Live(request, requests);
        if (random.Next(8) == 0)
            await DisturbAsync(known.FirstOrDefault());
        try
        {
            await db.SaveChangesAsync();
            references.AddRange(requests.Select(request => request.Reference).Except(references));
            Events += requests.Sum(request => request.Timeline.Count(entry => entry.At >= now));
        }
        catch (DbUpdateException)
        {
            // The other writer was first: all of this has not happened, in the sums neither.
        }

        return true;
    });

    string? Choose() => references.Count == 0 || random.Next(9) == 0 ? null : references[random.Next(references.Count)];

    async Task DisturbAsync(string? reference)
    {
        if (reference is null)
            return;
        await app.WithDbAsync(async db =>
        {
            var request = await db.FindRequestAsync(reference, CancellationToken.None);
            request!.AddNote("บันทึก", Given.Officer, now);
            Live(request, []);
            Events++;
            return await db.SaveChangesAsync();
        });
    }

    ServiceRequest Submit()
    {
        var tambon = Tambons[random.Next(Tambons.Length)]!;
        return ServiceRequest.Submit(
            new(Reference.Create(2569, ++number).ToString(), $"secret-{seed}-{number}", Faults[random.Next(Faults.Length)], "", null,
                Somewhere(new Place(tambon, "ถนนทดสอบ", "", "", "", null, null)), new Requester("ทดสอบ ใจดี", "0812345678", "", ToldBy.OwnPage, "th"),
                (IntakeChannel)random.Next(4), []),
            FaultTypes.Shipped, Actor.Requester, now.AddMinutes(-random.Next(0, 19)));
    }

    void Live(ServiceRequest it, List<ServiceRequest> others)
    {
        for (var tries = random.Next(1, 6); tries > 0; tries--)
        {
            try
            {
                Act(it, others, random.Next(8) == 0 ? random.Next(Acts) : Likely(it.Status));
            }
            catch (RuleBroken)
            {
                // Not what the workflow allows from here.
            }
        }
    }

    /// <summary>An act that the state lets one expect: to try what is not allowed costs far more than to do what is.</summary>
    int Likely(ServiceRequestStatus status)
    {
        int[] likely = status switch
        {
            ServiceRequestStatus.Submitted => [0, 1, 2, 2, 2, 3, 11, 12, 13, 15, 16, 17],
            ServiceRequestStatus.AwaitingInformation => [4, 4, 4, 11, 13],
            ServiceRequestStatus.Accepted => [3, 5, 5, 7, 8, 9, 12, 15, 16, 17],
            ServiceRequestStatus.InProgress => [3, 6, 7, 8, 9],
            ServiceRequestStatus.Duplicate => [18],
            _ => [10, 14],
        };
        return likely[random.Next(likely.Length)];
    }

    const int Acts = 19;

    void Act(ServiceRequest it, List<ServiceRequest> others, int act)
    {
        var by = Given.Officer;
        switch (act)
        {
            case 0: it.Open(by, now); break;
            case 1: it.CheckDetails("คำ", [], it.IsUrgent, by, now); break;
            case 2: it.Accept("", by, now); break;
            case 3: it.AskForInformation("อยู่ฝั่งใด", now.AddDays(3), by, now); break;
            case 4: it.AnswerInformation("ฝั่งซ้าย", [], Actor.Requester, now); break;
            case 5: it.StartWork("", by, now); break;
            case 6: it.PauseWork("parts", "", by, now); break;
            case 7 or 8 or 9: it.Complete("ซ่อมแล้ว", [], by, now); break;
            case 10: it.Reopen("ไฟยังไม่ติด", random.Next(2) == 0 ? Actor.Requester : by, now); break;
            case 11: it.Decline(DeclineReason.Find("working")!, "ไฟติดปกติ", by, now); break;
            case 12: it.Forward("เทศบาลทดสอบ", "", by, now); break;
            case 13 when random.Next(3) == 0: it.Withdraw("", Actor.Requester, now); break;
            case 14: it.Rate(random.Next(3) > 0, random.Next(1, 6), "", Actor.Requester, now); break;
            case 15: it.RecordPrinting(by, now); break;
            case 16: Correct(it); break;
            case 17 when others.FirstOrDefault(other => other != it && other.Id > 0) is { } main: it.MergeInto(main, by, now); break;
            case 18: it.SplitOff("คนละต้น", by, now); break;
        }
    }

    /// <summary>At one of some dozen poles; now and then nobody said where.</summary>
    Place Somewhere(Place place) => random.Next(4) == 0
        ? place with { Latitude = null, Longitude = null }
        : place with { Latitude = 14.35012 + random.Next(6) * 0.00211, Longitude = 100.56034 + random.Next(6) * 0.00307 };

    void Correct(ServiceRequest it) => it.CorrectDetails(
        new(Faults[random.Next(Faults.Length)], Somewhere(it.Place with { TambonCode = Tambons[random.Next(Tambons.Length)]! }), "คำ"), [],
        FaultTypes.Shipped, province, Given.Officer, now);
}
