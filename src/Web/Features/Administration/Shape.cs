using System.Text.Json.Nodes;
using Songthang.Domain.Officers;
using Songthang.Domain.Settings;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Administration;

/// <summary>How a topic of the settings is shown and changed: the one shape that all topics share.</summary>
public abstract class Shape(Topic topic)
{
    public Topic Topic => topic;

    /// <summary>What the topic is for, in a sentence.</summary>
    public Phrase About { get; init; }

    /// <summary>What the document holds beside its list.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];

    public Lines? Lines { get; init; }

    /// <summary>The document that holds now.</summary>
    public abstract string Current(CurrentSettings settings);

    /// <summary>The document before anybody changed it.</summary>
    public abstract string Shipped(CurrentSettings settings);

    /// <summary>The same document as it would be stored.</summary>
    public abstract string Normal(string document);

    /// <summary>What holds now, in a line.</summary>
    public abstract Phrase Summary(CurrentSettings settings);

    /// <summary>What is wrong with a document as a whole, and the control where it is said (empty for none); null when nothing is.</summary>
    public abstract (string Input, Phrase Mistake)? Check(string document);

    /// <summary>Makes a document hold.</summary>
    public abstract Task SetAsync(
        SettingsStore store, string document, int seenNumber, Actor by, DateTime now, int? takenFrom, CancellationToken cancellationToken);

    public static JsonObject Parse(string document) => (JsonObject)JsonNode.Parse(document)!;
}

/// <summary>The shape of a topic whose value is a <typeparamref name="T"/>.</summary>
sealed class Shape<T>(Topic<T> topic, Func<T, Phrase> summary) : Shape(topic) where T : class
{
    public Func<T, (string Input, Phrase Mistake)?>? Rule { get; init; }

    public override string Current(CurrentSettings settings) => CurrentSettings.Write(settings.Get(topic));

    public override string Shipped(CurrentSettings settings) => CurrentSettings.Write(settings.ShippedOf(topic));

    public override string Normal(string document) => CurrentSettings.Write(CurrentSettings.Read<T>(document));

    public override Phrase Summary(CurrentSettings settings) => summary(settings.Get(topic));

    public override (string Input, Phrase Mistake)? Check(string document) => Rule?.Invoke(CurrentSettings.Read<T>(document));

    public override Task SetAsync(
        SettingsStore store, string document, int seenNumber, Actor by, DateTime now, int? takenFrom, CancellationToken cancellationToken) =>
        store.SetAsync(topic, CurrentSettings.Read<T>(document), seenNumber, by, now, takenFrom, cancellationToken);
}
