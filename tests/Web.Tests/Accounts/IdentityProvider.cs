using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Songthang.Web.Tests.Accounts;

/// <summary>A directory as an authority has one: it knows one person, lets that person in at once, and says of it what a test wants it to say.</summary>
sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "songthang", ClientSecret = "a secret of the test";

    readonly RSA key = RSA.Create(2048);
    readonly ConcurrentDictionary<string, (string Challenge, string Nonce)> codes = new();
    readonly WebApplication app;

    IdentityProvider(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>Changes what the next token says.</summary>
    public Action<JsonObject> Say { get; set; } = _ => { };

    public string Subject { get; set; } = "";

    /// <summary>What it was last asked.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new IdentityProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync();
        return provider;
    }

    /// <summary>What it calls itself in its configuration; null for its address.</summary>
    public string? Issuer { get; set; }

    void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => Results.Text(new JsonObject
        {
            ["issuer"] = Issuer ?? Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["jwks_uri"] = $"{Address}/keys",
            ["end_session_endpoint"] = $"{Address}/end",
        }.ToJsonString(), "application/json"));
        app.MapGet("/keys", () =>
        {
            var open = key.ExportParameters(includePrivateParameters: false);
            return Results.Text(new JsonObject
            {
                ["keys"] = new JsonArray(new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["alg"] = "RS256",
                    ["kid"] = "one",
                    ["n"] = Written(open.Modulus!),
                    ["e"] = Written(open.Exponent!),
                }),
            }.ToJsonString(), "application/json");
        });
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            Asked = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
            var code = RandomNumberGenerator.GetHexString(16);
            codes[code] = (Asked["code_challenge"], Asked["nonce"]);
            return Results.Redirect($"{Asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(Asked["state"])}");
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return codes.TryRemove(form["code"].ToString(), out var asked)
                && form["client_id"] == ClientId && form["client_secret"] == ClientSecret
                && Written(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == asked.Challenge
                    ? Results.Text(new JsonObject { ["access_token"] = "unused", ["token_type"] = "Bearer", ["id_token"] = Token(asked.Nonce) }.ToJsonString(), "application/json")
                    : Results.BadRequest(new { error = "invalid_grant" });
        });
    }

    string Token(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Address,
            ["aud"] = ClientId,
            ["sub"] = Subject,
            ["nonce"] = nonce,
            ["iat"] = now,
            ["exp"] = now + 300,
            ["auth_time"] = now,
        };
        Say(claims);
        var signed = $"{Written("{\"alg\":\"RS256\",\"kid\":\"one\",\"typ\":\"JWT\"}"u8)}.{Written(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Written(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    static string Written(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }
}
