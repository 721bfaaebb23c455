using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Announcements;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How announcements become a table.</summary>
static class AnnouncementTables
{
    // A character that a person counts can be several signs.
    const int SignsForOne = 4;

    public static void Map(ModelBuilder builder) => builder.Entity<Announcement>(announcement =>
    {
        announcement.ToTable("announcements");
        announcement.Property(a => a.Kind).HasConversion<string>().HasMaxLength(32);
        announcement.Property(a => a.State).HasConversion<string>().HasMaxLength(32);
        announcement.Property(a => a.TitleThai).HasMaxLength(Announcement.MaxTitle * SignsForOne);
        announcement.Property(a => a.TitleEnglish).HasMaxLength(Announcement.MaxTitle * SignsForOne);
        announcement.Property(a => a.TextThai).HasMaxLength(Announcement.MaxText * SignsForOne);
        announcement.Property(a => a.TextEnglish).HasMaxLength(Announcement.MaxText * SignsForOne);
        announcement.Property(a => a.ChangedByName).HasMaxLength(200);
        announcement.Property(a => a.Version).IsConcurrencyToken();
        announcement.ComplexProperty(a => a.Area, area =>
        {
            area.Property(a => a.Kind).HasConversion<string>().HasMaxLength(32);
            area.Property(a => a.Codes).HasMaxLength(400);
        });
        announcement.HasIndex(a => new { a.State, a.From });
    });
}
