using System.Net;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Shared;

public class SenderTests
{
    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2:ffff::1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void One_subscriber_counts_as_one_sender(string one, string other, bool same) =>
        Assert.Equal(same, RateLimitsSetup.Sender(IPAddress.Parse(one)) == RateLimitsSetup.Sender(IPAddress.Parse(other)));

    [Fact]
    public async Task What_was_just_done_is_told_in_a_cookie_that_never_leaves_the_encrypted_connection()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync($"/r/{request.Secret}/withdraw");
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        visitor.Client.DefaultRequestHeaders.Add("Cookie", $"__Host-form={visitor.Cookies.GetCookies(app.Address)["form"]!.Value}");

        var answer = await visitor.SubmitAsync(form, "main form");

        var flash = answer.Response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-flash=", StringComparison.Ordinal));
        Assert.Contains("; secure", flash, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", flash, StringComparison.OrdinalIgnoreCase);
    }
}
