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
        MapPasskeys(builder);
        builder.Entity<GuessCount>(count =>
        {
            count.ToTable("guess_counts");
            count.HasKey(c => c.Key);
            count.Property(c => c.Key).HasMaxLength(64);
            count.Property(c => c.Name).HasMaxLength(64);
            count.HasIndex(c => c.Name);
            count.HasIndex(c => c.Since);
        });
    }

    static void MapPasskeys(ModelBuilder builder)
    {
        builder.Entity<Passkey>(passkey =>
        {
            passkey.ToTable("passkeys");
            passkey.Property(p => p.CredentialId).HasMaxLength(1023);
            passkey.Property(p => p.Name).HasMaxLength(100);
            passkey.Property(p => p.Transports).HasMaxLength(200);
            passkey.HasOne<OfficerAccount>().WithMany().HasForeignKey(p => p.OfficerId);
            passkey.HasIndex(p => p.CredentialId).IsUnique();
        });
        builder.Entity<PasskeyChallenge>(challenge =>
        {
            challenge.ToTable("passkey_challenges");
            challenge.Property(c => c.Id).HasMaxLength(64);
            challenge.HasOne<OfficerAccount>().WithMany().HasForeignKey(c => c.OfficerId);
            challenge.HasIndex(c => c.ExpiresAt);
        });
    }
}
