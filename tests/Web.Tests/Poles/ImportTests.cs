using System.Net;
using System.Text;
using CsCheck;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.PoleFiles;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Poles;

public class ImportTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"type\":\"FeatureCollection\"}")]
    [InlineData("[1,2,3]")]
    public async Task A_file_that_is_none_is_refused(string content)
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var page = await officer.SubmitAsync(await officer.GetAsync("/officer/poles/import"), "main form", files: [new("Upload", "x.csv", Encoding.UTF8.GetBytes(content), "text/csv")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public void No_file_whatever_makes_the_readers_throw_anything_but_a_broken_rule()
    {
        string[] pieces =
        [
            "number,latitude,longitude\n", "\"", ",", ";", "\n", "\r", "\0", "{", "}", "[", "]", "{\"type\":\"FeatureCollection\",\"features\":[",
            "{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[100,14]}}", "1e999", "\\u0000", "null", "ก", "\uFEFF", "a",
        ];
        var texts = Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 12].Select(string.Concat).Select(Encoding.UTF8.GetBytes);
        var path = Path.GetTempFileName();
        try
        {
            Gen.OneOf(texts, Gen.Byte.Array[0, 60]).Sample(bytes =>
            {
                File.WriteAllBytes(path, bytes);
                try
                {
                    var look = PoleFile.Look(path);
                    if (look.Letters != PoleFileLetters.Unknown)
                        Assert.All(PoleFile.Read(path, look.Kind, look.Letters), record => Assert.True(record.Row > 0));
                }
                catch (RuleBroken rule)
                {
                    Assert.Equal(PoleFile.Unreadable, rule.Code);
                }
            }, iter: 400, threads: 1);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
