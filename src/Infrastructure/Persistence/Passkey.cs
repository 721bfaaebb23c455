namespace Songthang.Infrastructure.Persistence;

/// <summary>A key that a device or a password keeper holds for an account (WebAuthn): only its public half is here.</summary>
public sealed class Passkey
{
    /// <summary>Key in storage, by which pages name it.</summary>
    public int Id { get; set; }

    /// <summary>The account.</summary>
    public int OfficerId { get; set; }

    /// <summary>By which the holder finds it; chosen by the holder, at most 1,023 bytes.</summary>
    public byte[] CredentialId { get; set; } = [];

    /// <summary>The public half, as COSE writes keys.</summary>
    public byte[] PublicKey { get; set; } = [];

    /// <summary>As its owner calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>How often it was used, as its holder counts; 0 where the holder does not count.</summary>
    public long SignCount { get; set; }

    /// <summary>How the browser reaches the holder, separated by commas, as the browser said.</summary>
    public string Transports { get; set; } = "";

    /// <summary>Its holder asked for a finger, a face or a PIN when it was made.</summary>
    public bool IsUserVerified { get; set; }

    /// <summary>It may be copied to other devices of its owner.</summary>
    public bool IsBackupEligible { get; set; }

    /// <summary>It was copied.</summary>
    public bool IsBackedUp { get; set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was last used, UTC; null for never.</summary>
    public DateTime? UsedAt { get; set; }
}

/// <summary>What a passkey is asked to sign for.</summary>
public enum PasskeyPurpose
{
    /// <summary>To be added to an account.</summary>
    Add,

    /// <summary>To sign in.</summary>
    SignIn,

    /// <summary>To show again who it is.</summary>
    Confirm,
}

/// <summary>A challenge that a browser was given and has not answered yet: it is deleted by its first answer.</summary>
public sealed class PasskeyChallenge
{
    /// <summary>SHA-256 of what the form brings back, 64 hex digits.</summary>
    public string Id { get; set; } = "";

    /// <summary>What for.</summary>
    public PasskeyPurpose Purpose { get; set; }

    /// <summary>Whose answer is awaited; null at the sign-in, when nobody knows yet.</summary>
    public int? OfficerId { get; set; }

    /// <summary>What the framework needs to check the answer.</summary>
    public string State { get; set; } = "";

    /// <summary>Until when an answer is taken, UTC.</summary>
    public DateTime ExpiresAt { get; set; }
}
