using System.Net;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Settings;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Settings;

public class LogoTests
{
    const string Page = "/officer/settings/agency/logo", Form = "form.setting-form";

    [Fact]
    public async Task The_emblem_stands_in_the_header_and_on_the_form_and_an_older_one_survives_sweeping()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        var administrator = await app.SignInAsync(OfficerRole.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync(Page), Form, files: [new("Picture", "emblem.jpg", TestPhotos.Jpeg())]);
        var key = app.Current(Topics.Agency).Logo;

        var picture = await app.NewVisitor().GetAsync($"/logo/{key}.jpg");
        Assert.Equal("image/jpeg", picture.Response.Content.Headers.ContentType?.MediaType);
        Assert.True((await app.NewVisitor().GetAsync("/")).Has($".site-name img[src='/logo/{key}.jpg']"));
        Assert.True((await administrator.GetAsync($"/officer/requests/{request.Reference}/form")).Has($".paper-logo img[src='/logo/{key}.jpg']"));

        await administrator.SubmitAsync(await administrator.GetAsync(Page), Form, submitter: "[formaction='?handler=None']");
        Assert.Equal(HttpStatusCode.NotFound, (await app.NewVisitor().GetAsync($"/logo/{key}.jpg")).Status);
        // The age of a file goes by the machine's clock, not by the program's.
        var later = TimeProvider.System.GetUtcNow().UtcDateTime.AddYears(1);
        await app.WithAsync<SweepUploads, int>(sweep => sweep.RunAsync(later, TestContext.Current.CancellationToken));
        await administrator.SubmitAsync(await administrator.GetAsync("/officer/settings/agency/history/1"), "main form");

        Assert.Equal(HttpStatusCode.OK, (await app.NewVisitor().GetAsync($"/logo/{key}.jpg")).Status);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_beside_the_field()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        var refused = await administrator.SubmitAsync(
            await administrator.GetAsync(Page), Form, files: [new("Picture", "emblem.jpg", "<svg/>"u8.ToArray())]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Has("#Picture-error"));
        Assert.Equal(0, app.NumberOf(Topics.Agency));
    }
}
