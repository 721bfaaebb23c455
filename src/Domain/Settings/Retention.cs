namespace Songthang.Domain.Settings;

/// <summary>
/// How long what is kept about people is kept; the privacy notice says the same, and why (<see cref="PersonalField"/>). All numbers above
/// zero. A request without personal data is the office's record and stays, as do figures.
/// </summary>
/// <param name="ContactMonths">Who reported, what was written to and fro, and documents, after a request is closed, in months.</param>
/// <param name="PhotoMonths">Photos that people sent, after a request is closed, in months.</param>
/// <param name="FollowerDays">Contact data of followers after the request is settled, in days; longer than a repair can be questioned.</param>
/// <param name="LogDays">Access logs and sign-ins, in days; the law on computer crime asks for at least 90.</param>
/// <param name="UploadDays">Photos and documents of a form that was never sent, in days.</param>
public sealed record Retention(int ContactMonths = 12, int PhotoMonths = 36, int FollowerDays = 30, int LogDays = 90, int UploadDays = 2);
