namespace Songthang.Domain.Settings;

/// <summary>When the program backs itself up, and where to.</summary>
/// <param name="IsOn">Whether it does.</param>
/// <param name="At">Every day at this time in Bangkok.</param>
/// <param name="Folder">Full path of a folder, best on another disk.</param>
/// <param name="Keep">So many backups stay; older ones that the program made are deleted after a new one was read back.</param>
public sealed record BackupPlan(bool IsOn, TimeOnly At, string Folder, int Keep);
