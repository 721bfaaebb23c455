using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

/// <summary>A holder of one passkey in software: it answers what the program asks as a phone would, or as a thief would wish to.</summary>
sealed class SoftPasskey
{
    const byte UserPresent = 1, UserVerified = 4, WithKey = 64;
    const string Page = "/officer/account/passkeys", Door = "/officer/sign-in/passkey";

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    string userHandle = "";

    /// <summary>How often it has signed, as it says.</summary>
    public uint Count { get; set; }

    /// <summary>Makes a passkey for whoever is signed in, through the page.</summary>
    public static async Task<SoftPasskey> AddAsync(Visitor owner, string name)
    {
        var made = new SoftPasskey();
        var page = await owner.GetAsync(Page);
        var (handle, options) = await AskAsync(owner, page, "#add-passkey", Page + "?handler=Ask");
        var added = await owner.SubmitAsync(page, "#add-passkey", [("Name", name), ("handle", handle), ("credential", made.Create(options, OriginOf(owner)))]);
        return added.Status == System.Net.HttpStatusCode.Found ? made : throw new InvalidOperationException(added.Words);
    }

    /// <summary>Signs in with it.</summary>
    public async Task<Page> SignInAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/officer/sign-in");
        var (handle, options) = await AskAsync(visitor, page, "#use-passkey", Door + "?handler=Ask");
        return await visitor.SubmitAsync(page, "#use-passkey", [("handle", handle), ("credential", Sign(options, OriginOf(visitor)))]);
    }

    public static string OriginOf(Visitor visitor) => visitor.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>What the script asks for before it turns to the browser.</summary>
    public static async Task<(string Handle, JsonNode Options)> AskAsync(Visitor visitor, Page page, string form, string address)
    {
        var token = page.Html.QuerySelector($"{form} [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var asked = JsonNode.Parse((await visitor.PostAsync(address, [("__RequestVerificationToken", token)])).Text)!;
        return ((string)asked["handle"]!, asked["options"]!);
    }

    public string Create(JsonNode options, string origin)
    {
        userHandle = (string)options["user"]!["id"]!;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        // COSE: kty EC2, alg ES256, curve P-256, x, y (RFC 9053).
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data((string)options["rp"]!["id"]!, UserPresent | UserVerified | WithKey), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        // CBOR: {"fmt": "none", "attStmt": {}, "authData": data}
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Written(Client("webauthn.create", options, origin)),
            ["attestationObject"] = Written(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    public string Sign(JsonNode options, string origin, bool isVerified = true)
    {
        Count++;
        var data = Data((string)options["rpId"]!, (byte)(UserPresent | (isVerified ? UserVerified : 0)));
        var client = Client("webauthn.get", options, origin);
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Written(client),
            ["authenticatorData"] = Written(data),
            ["signature"] = Written(key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = userHandle,
        });
    }

    byte[] Data(string rpId, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(rpId)), flags, .. count];
    }

    string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Written(id),
        ["rawId"] = Written(id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    static byte[] Client(string type, JsonNode options, string origin) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = (string)options["challenge"]!, origin, crossOrigin = false });

    static string Written(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
