namespace Songthang.Web.Shared;

/// <summary>
/// Marks an address that open pages ask by themselves, such as the bell: being asked does not mean that anybody sits
/// there, so it does not keep a session alive.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NotActivityAttribute : Attribute;
