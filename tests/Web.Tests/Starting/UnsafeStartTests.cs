using Microsoft.Extensions.Configuration;
using Songthang.Web.CommandLine;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Starting;

public class UnsafeStartTests
{
    public static TheoryData<string, bool, string, string> Starts => new()
    {
        { "http://localhost:5080", true, "", "" },
        { "http://127.0.0.1:5080;http://[::1]:5080", false, "", "" },
        { "http://unix:/run/songthang.sock", false, "", "" },
        { "https://0.0.0.0:443", false, "", "" },
        { "http://localhost:5080", true, "Songthang:PublicUrl=http://demo.example", "" },
        { "http://localhost:5080", false, "Songthang:PublicUrl=http://localhost:5080", "" },
        { "http://localhost:5080", false, "Songthang:PublicUrl=https://lights.example", "would lie there in clear" },
        { "http://localhost:5080", false, "Songthang:KeySecretFile=/nowhere/secret", "cannot be read" },
        { "http://0.0.0.0:5080", false, "Songthang:TrustedProxies=10.0.0.7 10.1.0.0/24", "" },
        { "https://0.0.0.0:443", true, "", "The demo has passwords that everybody knows" },
        { "http://10.0.0.1:5080", true, "Songthang:TrustedProxies=10.0.0.7", "The demo has passwords that everybody knows" },
        { "http://localhost:5080;http://*:5081", false, "", "would go over the wire in clear on http://*:5081" },
        { "http://+:80", false, "", "would go over the wire in clear" },
        { "http://localhost:5080", false, "Kestrel:Endpoints:Wide:Url=http://[::]:80", "would go over the wire in clear" },
        { "http://localhost:5080", false, "Songthang:PublicUrl=http://lights.example", "must begin with https" },
        { "http://localhost:5080", false, "ConnectionStrings:Songthang=Host=10.0.0.5;Database=songthang", "in clear to the database on 10.0.0.5" },
        { "http://localhost:5080", false, "ConnectionStrings:Songthang=Host=localhost:5432,db.example;SSL Mode=Prefer", "in clear to the database on db.example" },
        { "http://localhost:5080", false, "ConnectionStrings:Songthang=Host=10.0.0.5;SSL Mode=VerifyFull", "" },
        { "http://localhost:5080", false, "ConnectionStrings:Songthang=Host=/run/postgresql,127.0.0.1:5433,[::1]:5434,::1;Database=songthang", "" },
        { "http://localhost:5080", false, "ConnectionStrings:Songthang=Data Source=songthang.db", "" },
        { "http://localhost:5080", false, "Songthang:OpenIdConnect:Authority=http://id.example", "must be the https address" },
        { "http://localhost:5080", false, "Songthang:OpenIdConnect:Authority=https://id.example", "a ClientId and a ClientSecret" },
        { "http://localhost:5080", false, "Songthang:SecondFactor=everyone", "" },
        { "http://localhost:5080", false, "Songthang:SecondFactor=sometimes", "must be administrators, everyone or nobody" },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public void What_would_put_passwords_or_personal_data_at_risk_is_named(string urls, bool isDemo, string setting, string sentence)
    {
        var configuration = new ConfigurationManager();
        if (setting.Split('=', 2) is [var key, var value])
            configuration[key] = value;

        var problems = UnsafeStart.Problems(new Startup("/nowhere", urls, isDemo), configuration).ToList();

        if (sentence.Length == 0)
            Assert.Empty(problems);
        else
            Assert.Contains(problems, problem => problem.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wire_of_its_own_to_the_database_is_said_and_believed()
    {
        var configuration = new ConfigurationManager();
        configuration["ConnectionStrings:Songthang"] = "Host=10.0.0.5;Database=songthang";
        configuration["Songthang:PlainDatabase"] = "true";

        Assert.Empty(UnsafeStart.Problems(new Startup("/nowhere", "http://localhost:5080", IsDemo: false), configuration));
    }

    [Fact]
    public async Task An_unsafe_start_ends_before_it_touches_any_data()
    {
        var data = Path.Combine(Path.GetTempPath(), $"songthang-unsafe-{Guid.NewGuid():N}");

        var end = await ProgramRun.EndAsync("serve", "--demo", "--urls", "http://0.0.0.0:0", "--data", data);

        Assert.Equal(4, end.ExitCode);
        Assert.Contains("Leave out --demo", end.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(data, "songthang.db")));
    }
}
