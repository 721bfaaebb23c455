using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Durability;

/// <summary>The database of a program that runs as a process of its own, from outside.</summary>
static class Databases
{
    /// <summary>Does something with it.</summary>
    public static async Task<T> WithAsync<T>(string connectionString, Func<AppDb, Task<T>> work)
    {
        await using var services = new ServiceCollection().AddDatabase(connectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>Lets a partner in who may hand in as often as it likes.</summary>
    public static Task AddKeyAsync(string connectionString, string secret) => WithAsync(connectionString, db =>
    {
        db.ApiKeys.Add(new ApiKey
        {
            Partner = "crowd",
            Scopes = PartnerScopes.Api,
            PerMinute = int.MaxValue,
            PerDay = int.MaxValue,
            Hash = ApiKeySecret.Hash(secret),
            Prefix = secret[..ApiKeySecret.PrefixLength],
            CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
        });
        return db.SaveChangesAsync();
    });
}
