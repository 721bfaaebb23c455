using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Songthang.Domain.Settings;

namespace Songthang.Infrastructure.Settings;

/// <summary>
/// The settings as they are now, held in memory: reading one costs no trip to the database. Whoever changes one in
/// the database calls <see cref="Hold"/> afterwards; other processes on the same database follow within seconds.
/// </summary>
public sealed class CurrentSettings
{
    /// <summary>How documents are written: Thai as Thai, names for numbers, so that a person can read their history.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    volatile Held held = new([]);

    /// <summary>The topic's value: the newest one set, else the shipped one.</summary>
    /// <exception cref="JsonException">What is stored is no such value.</exception>
    public T Get<T>(Topic<T> topic) where T : class => held.Get(topic);

    /// <summary>Number of the topic's newest change, 0 when it was never changed: a form carries it to notice another's change.</summary>
    public int NumberOf(Topic topic) => held.Newest.TryGetValue(topic.Name, out var document) ? document.Number : 0;

    /// <summary>A document as stored.</summary>
    public static string Write<T>(T value) where T : class => JsonSerializer.Serialize(value, Json);

    /// <summary>A document read back.</summary>
    /// <exception cref="JsonException">It is no such value.</exception>
    public static T Read<T>(string document) where T : class =>
        JsonSerializer.Deserialize<T>(document, Json) ?? throw new JsonException("The document is empty.");

    /// <summary>Holds these from now on: the newest document of each topic that was ever changed.</summary>
    public void Hold(IEnumerable<StoredSetting> newest) => held = new Held(newest);

    sealed class Held(IEnumerable<StoredSetting> newest)
    {
        readonly ConcurrentDictionary<string, object> values = new(StringComparer.Ordinal);

        public Dictionary<string, StoredSetting> Newest { get; } = newest.ToDictionary(document => document.Topic, StringComparer.Ordinal);

        public T Get<T>(Topic<T> topic) where T : class => (T)values.GetOrAdd(
            topic.Name, name => Newest.TryGetValue(name, out var document) ? Read<T>(document.Document) : topic.Shipped);
    }
}

/// <summary>A topic's document in the database.</summary>
/// <param name="Topic">Name of the topic.</param>
/// <param name="Number">Number of the change that made it.</param>
/// <param name="Document">Its JSON.</param>
public sealed record StoredSetting(string Topic, int Number, string Document);
