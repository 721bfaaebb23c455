namespace Songthang.Web.Features.Accounts.SecondFactors;

/// <summary>A form that asks for the second factor.</summary>
public interface ITypedCode
{
    /// <summary>What the app shows.</summary>
    string? Code { get; }

    /// <summary>What stands on the paper, in its place.</summary>
    string? RecoveryCode { get; }
}
