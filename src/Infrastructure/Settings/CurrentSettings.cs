using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceLevels;
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

    readonly ConcurrentDictionary<string, object> shipped = new(StringComparer.Ordinal);

    volatile Held held;

    /// <summary>Nothing but what is shipped.</summary>
    public CurrentSettings() => held = new Held(this, []);

    /// <summary>The topic's value: the newest one set, else the shipped one.</summary>
    /// <exception cref="JsonException">What is stored is no such value.</exception>
    public T Get<T>(Topic<T> topic) where T : class => held.Get(topic);

    /// <summary>The promise by the steps and the calendar that hold now.</summary>
    public ServiceLevel ServiceLevel => held.ServiceLevel.Value;

    /// <summary>The fault types that hold now.</summary>
    public FaultTypes FaultTypes => held.FaultTypes.Value;

    /// <summary>
    /// Id of the newest change of what columns of requests are derived from; 0 when there was none. Grows with each:
    /// a request that was derived from a smaller one is to be renewed.
    /// </summary>
    public long DerivedFrom => held.DerivedFrom;

    /// <summary>The value until somebody changes it.</summary>
    public T ShippedOf<T>(Topic<T> topic) where T : class => shipped.TryGetValue(topic.Name, out var value) ? (T)value : topic.Shipped;

    /// <summary>Lets this installation have another shipped value, such as from its configuration; before anybody reads it.</summary>
    public void Ship<T>(Topic<T> topic, T value) where T : class => shipped[topic.Name] = value;

    /// <summary>Number of the topic's newest change, 0 when it was never changed: a form carries it to notice another's change.</summary>
    public int NumberOf(Topic topic) => held.Newest.TryGetValue(topic.Name, out var document) ? document.Number : 0;

    /// <summary>A document as stored.</summary>
    public static string Write<T>(T value) where T : class => JsonSerializer.Serialize(value, Json);

    /// <summary>A document read back.</summary>
    /// <exception cref="JsonException">It is no such value.</exception>
    public static T Read<T>(string document) where T : class =>
        JsonSerializer.Deserialize<T>(document, Json) ?? throw new JsonException("The document is empty.");

    /// <summary>Holds these from now on: the newest document of each topic that was ever changed.</summary>
    public void Hold(IReadOnlyCollection<StoredSetting> newest)
    {
        // The rounds find the same again and again: what was made from it stays.
        var before = held;
        if (newest.Count != before.Newest.Count
            || newest.Any(document => !before.Newest.TryGetValue(document.Topic, out var old) || old.Id != document.Id))
        {
            held = new Held(this, newest);
        }
    }

    sealed class Held
    {
        static readonly HashSet<string> SourcesOfColumns = [Topics.Calendar.Name, Topics.Steps.Name, Topics.FaultTypes.Name];

        readonly CurrentSettings settings;
        readonly ConcurrentDictionary<string, object> values = new(StringComparer.Ordinal);

        public Held(CurrentSettings settings, IReadOnlyCollection<StoredSetting> newest)
        {
            this.settings = settings;
            Newest = newest.ToDictionary(document => document.Topic, StringComparer.Ordinal);
            DerivedFrom = newest.Where(document => SourcesOfColumns.Contains(document.Topic)).Select(document => document.Id).DefaultIfEmpty().Max();
            ServiceLevel = new(() => Get(Topics.Steps).By(Get(Topics.Calendar)));
            FaultTypes = new(() => new(Get(Topics.FaultTypes).All));
        }

        public Dictionary<string, StoredSetting> Newest { get; }

        public long DerivedFrom { get; }

        public Lazy<ServiceLevel> ServiceLevel { get; }

        public Lazy<FaultTypes> FaultTypes { get; }

        public T Get<T>(Topic<T> topic) where T : class => (T)values.GetOrAdd(
            topic.Name, name => Newest.TryGetValue(name, out var document) ? Read<T>(document.Document) : settings.ShippedOf(topic));
    }
}

/// <summary>A topic's document in the database.</summary>
/// <param name="Id">Key of the change that made it; grows with every change of any topic.</param>
/// <param name="Topic">Name of the topic.</param>
/// <param name="Number">Number of the change that made it.</param>
/// <param name="Document">Its JSON.</param>
public sealed record StoredSetting(long Id, string Topic, int Number, string Document);
