using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How what an account has besides its password becomes tables.</summary>
static class AccountTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<SecondFactor>(factor =>
        {
            factor.ToTable("second_factors");
            factor.HasKey(f => f.OfficerId);
            factor.Property(f => f.OfficerId).ValueGeneratedNever();
            factor.Property(f => f.Salt).HasMaxLength(32);
            factor.HasOne<OfficerAccount>().WithOne().HasForeignKey<SecondFactor>(f => f.OfficerId);
        });
        builder.Entity<RecoveryCode>(code =>
        {
            code.ToTable("recovery_codes");
            code.Property(c => c.Hash).HasMaxLength(64);
            code.HasOne<SecondFactor>().WithMany().HasForeignKey(c => c.OfficerId);
            code.HasIndex(c => new { c.OfficerId, c.Hash }).IsUnique();
        });
    }
}
