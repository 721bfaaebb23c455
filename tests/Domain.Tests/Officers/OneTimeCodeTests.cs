using System.Globalization;
using System.Text;
using Songthang.Domain.Officers;

namespace Songthang.Domain.Tests.Officers;

public class OneTimeCodeTests
{
    /// <summary>The secret of the examples in RFC 4226 and RFC 6238.</summary>
    static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, of whose eight digits apps show the last six.
    [Theory]
    [InlineData("1970-01-01T00:00:59Z", "287082")]
    [InlineData("2005-03-18T01:58:29Z", "081804")]
    [InlineData("2005-03-18T01:58:31Z", "050471")]
    [InlineData("2009-02-13T23:31:30Z", "005924")]
    [InlineData("2033-05-18T03:33:20Z", "279037")]
    [InlineData("2603-10-11T11:33:20Z", "353130")]
    public void Codes_are_those_of_the_standard(string at, string code) =>
        Assert.Equal(code, OneTimeCode.At(Secret, OneTimeCode.StepAt(Moment(at))));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_half_a_minute_wrong(int seconds, bool isRight)
    {
        var now = Moment("2026-11-23T03:00:00Z");
        var step = OneTimeCode.StepAt(now.AddSeconds(seconds));

        Assert.Equal(isRight ? step : null, OneTimeCode.Find(Secret, OneTimeCode.At(Secret, step), now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000")]
    [InlineData("0000000")]
    [InlineData("๐๐๐๐๐๐")]
    public void What_is_no_code_is_wrong(string typed) => Assert.Null(OneTimeCode.Find(Secret, typed, Moment("2026-11-23T03:00:00Z")));

    // RFC 4648, section 10.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_secret_is_written_in_base_32(string secret, string written) => Assert.Equal(written, OneTimeCode.Written(Encoding.ASCII.GetBytes(secret)));

    [Fact]
    public void The_address_for_the_app_says_whose_account_it_is() => Assert.Equal(
        "otpauth://totp/Songthang:somchai?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Songthang", OneTimeCode.Address(Secret, "Songthang", "somchai"));

    static DateTime Moment(string at) => DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
