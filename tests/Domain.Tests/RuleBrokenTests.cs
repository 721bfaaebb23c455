using Songthang.Domain.Thai;

namespace Songthang.Domain.Tests;

public class RuleBrokenTests
{
    [Fact]
    public void A_broken_rule_says_its_code_and_its_sentence()
    {
        var broken = new RuleBroken("request.too-old", new Phrase("เรื่องนี้เก่าเกินไป", "This request is too old."));

        Assert.Equal("request.too-old", broken.Code);
        Assert.Equal("เรื่องนี้เก่าเกินไป", broken.Sentence.Thai);
        Assert.Equal("request.too-old: This request is too old.", broken.Message);
    }
}
