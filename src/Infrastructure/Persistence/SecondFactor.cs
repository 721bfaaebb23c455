namespace Songthang.Infrastructure.Persistence;

/// <summary>What an account's owner has besides the password: an app that shows codes, and codes on paper for when it is lost.</summary>
public sealed class SecondFactor
{
    /// <summary>The account; it has one second factor or none.</summary>
    public int OfficerId { get; set; }

    /// <summary>The secret that the app shares, encrypted with the keys of the data folder.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The newest half minute whose code was used: none of it or before it is taken again.</summary>
    public long LastStep { get; set; }

    /// <summary>When it was set up, UTC.</summary>
    public DateTime SetAt { get; set; }

    /// <summary>Random, hex; hashed together with the recovery codes.</summary>
    public string Salt { get; set; } = "";

    /// <summary>Rounds of PBKDF2 with which the recovery codes are hashed.</summary>
    public int Rounds { get; set; }
}

/// <summary>A code that stands for the app once; it is deleted when it is used.</summary>
public sealed class RecoveryCode
{
    /// <summary>Key in storage.</summary>
    public long Id { get; set; }

    /// <summary>The account.</summary>
    public int OfficerId { get; set; }

    /// <summary>Its slow hash, hex.</summary>
    public string Hash { get; set; } = "";
}
