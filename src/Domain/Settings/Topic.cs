using Songthang.Domain.Thai;

namespace Songthang.Domain.Settings;

/// <summary>Something that an administrator can set in the program; its value is one document with a history.</summary>
/// <param name="Name">Stable name in storage and addresses, such as <c>crews</c>.</param>
/// <param name="Title">What the settings pages call it.</param>
public abstract record Topic(string Name, Phrase Title);

/// <summary>A topic with the kind of its value.</summary>
/// <param name="Name">Stable name in storage and addresses.</param>
/// <param name="Title">What the settings pages call it.</param>
/// <param name="Shipped">The value until somebody changes it.</param>
/// <typeparam name="T">An immutable value that JSON can hold.</typeparam>
public sealed record Topic<T>(string Name, Phrase Title, T Shipped) : Topic(Name, Title) where T : class;
