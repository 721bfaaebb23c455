namespace Songthang.Domain.Settings;

/// <summary>How long what is kept about people is kept; the privacy notice says the same. All numbers above zero.</summary>
/// <param name="ContactMonths">Name, telephone and email after a request is closed, in months.</param>
/// <param name="PhotoMonths">Photos after a request is closed, in months.</param>
/// <param name="RequestYears">A request without contact data, in years.</param>
/// <param name="LogDays">Access logs and sign-ins, in days; the law on computer crime asks for at least 90.</param>
/// <param name="UploadDays">Photos of a form that was never sent, in days.</param>
public sealed record Retention(
    int ContactMonths = 12, int PhotoMonths = 36, int RequestYears = 10, int LogDays = 90, int UploadDays = 2);
