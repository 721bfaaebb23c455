using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Importing;

/// <summary>Tells what a line of the register says in the verbs of a request, from the report to where it stands.</summary>
sealed class RegisterStory(RegisterRow row, FaultTypes faults, int shiftDays, DateTime now)
{
    static readonly Actor By = Actor.Import;

    /// <summary>The register knows the day only; nine o'clock lies in office hours and within that day everywhere.</summary>
    static readonly TimeOnly TimeOfDay = new(9, 0);

    public DateTime Reported { get; } = ThaiDates.FromBangkok(row.ReportedOn.AddDays(shiftDays), TimeOfDay);

    public ServiceRequest Submit(string reference, string secret, string importKey) => ServiceRequest.Submit(
        new(reference, secret, row.Fault.Code, row.Symptom, null, row.Place, row.Requester, row.Channel, [], importKey), faults, By, Reported);

    public void Tell(ServiceRequest request, ServiceRequest? main)
    {
        if (row.Status == ServiceRequestStatus.Submitted)
            return;
        // The register was kept by officers: what stands in it was opened, read and put on paper.
        request.Open(By, Reported);
        request.CheckDetails(row.Symptom, [], request.IsUrgent, By, Reported);
        request.RecordPrinting(By, Reported);
        switch (row.Status)
        {
            case ServiceRequestStatus.AwaitingInformation:
                request.AskForInformation(Say("ขอข้อมูลเพิ่มเติม"), now.AddDays(ServiceRequest.DefaultAnswerDays), By, Reported);
                break;
            case ServiceRequestStatus.Forwarded:
                request.Forward(Say("หน่วยงานที่รับผิดชอบ"), "", By, Reported);
                break;
            case ServiceRequestStatus.Declined:
                request.Decline(DeclineReason.Find("other")!, Say("ไม่รับดำเนินการตามทะเบียนเดิม"), By, Reported);
                break;
            case ServiceRequestStatus.Withdrawn:
                request.Withdraw(row.Note, By, Reported);
                break;
            case ServiceRequestStatus.Duplicate:
                request.MergeInto(main!, By, Reported);
                break;
            default:
                Work(request);
                break;
        }
    }

    void Work(ServiceRequest request)
    {
        request.Accept("", By, Reported);
        request.RecordCall("", By, Reported);
        if (row.Status == ServiceRequestStatus.Accepted)
            return;
        request.StartWork(row.Status == ServiceRequestStatus.InProgress ? row.Note : "", By, Reported);
        if (row.Status != ServiceRequestStatus.Completed)
            return;
        var completed = ThaiDates.FromBangkok(row.CompletedOn!.Value.AddDays(shiftDays), TimeOfDay);
        request.Complete(Say("ดำเนินการแล้วเสร็จ"), [], By, completed);
        request.RecordCall("", By, completed);
    }

    string Say(string otherwise) => row.Note.Length > 0 ? row.Note : otherwise;
}
