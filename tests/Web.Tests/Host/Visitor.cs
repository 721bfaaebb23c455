using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Songthang.Web.Tests.Host;

/// <summary>A file of a form.</summary>
public sealed record FormFile(string Field, string Name, byte[] Content, string ContentType = "image/jpeg");

/// <summary>What came back: the response and, when it is HTML, the parsed page.</summary>
public sealed class Page(HttpResponseMessage response, string text, Uri address)
{
    IHtmlDocument? html;

    public HttpStatusCode Status => response.StatusCode;

    public HttpResponseMessage Response => response;

    public string Text => text;

    public Uri Address => address;

    public IHtmlDocument Html => html ??= new HtmlParser().ParseDocument(text);

    /// <summary>Text of the first element, white space folded; fails when there is none.</summary>
    public string TextOf(string selector) => Fold(
        (Html.QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} on {address}:\n{text}")).TextContent);

    /// <summary>Text of the whole page as it is read.</summary>
    public string Words => Fold(Html.Body?.TextContent ?? text);

    public bool Has(string selector) => Html.QuerySelector(selector) is not null;

    static string Fold(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A browser without scripts. Forms are sent as they stand on the page, with the values a test changes.</summary>
public sealed class Visitor : IDisposable
{
    readonly HttpClient client;

    public Visitor(Uri address)
    {
        Cookies = new CookieContainer();
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; }

    public HttpClient Client => client;

    public Task<Page> GetAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    /// <summary>Gets a page, and follows redirects to the end.</summary>
    public async Task<Page> OpenAsync(string url) => await FollowAsync(await GetAsync(url));

    public async Task<Page> FollowAsync(Page page)
    {
        for (var hops = 0; (int)page.Status is >= 300 and < 400 && hops < 10; hops++)
            page = await GetAsync(new Uri(page.Address, page.Response.Headers.Location!).PathAndQuery);
        return page;
    }

    /// <summary>
    /// Sends a form of the page: its fields as they stand, replaced by <paramref name="values"/> (a null leaves a field
    /// out), with files. Does not follow the redirect.
    /// </summary>
    public Task<Page> SubmitAsync(
        Page page, string formSelector, IEnumerable<(string Name, string? Value)>? values = null,
        IEnumerable<FormFile>? files = null, string? submitter = null)
    {
        var form = page.Html.QuerySelector(formSelector) as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form {formSelector} on {page.Address}:\n{page.Text}");
        var changed = (values ?? []).ToLookup(value => value.Name, value => value.Value);
        var fields = Fields(form).Where(field => !changed.Contains(field.Name)).ToList();
        fields.AddRange(changed.SelectMany(group => group.Where(value => value is not null).Select(value => (group.Key, value!))));
        var button = submitter is null ? null : page.Html.QuerySelector(submitter)
            ?? throw new InvalidOperationException($"No button {submitter} on {page.Address}");
        if (button?.GetAttribute("name") is { Length: > 0 } name)
            fields.Add((name, button.GetAttribute("value") ?? ""));
        var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var url = string.IsNullOrEmpty(action) ? page.Address.PathAndQuery : new Uri(page.Address, action).PathAndQuery;
        return form.Method == "get"
            ? GetAsync(url.Split('?')[0] + "?" + string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}")))
            : PostAsync(url, fields, files);
    }

    /// <summary>Fills in the sign-in page. Does not follow the redirect.</summary>
    public async Task<Page> SignInAsync(string userName, string password, string url = "/officer/sign-in") => await SubmitAsync(
        await GetAsync(url), "main form", [("UserName", userName), ("Password", password)]);

    /// <summary>Sends fields (and files) to an address.</summary>
    public Task<Page> PostAsync(string url, IEnumerable<(string Name, string Value)> fields, IEnumerable<FormFile>? files = null)
    {
        HttpContent content;
        if (files is null)
        {
            content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }
        else
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in fields)
                parts.Add(new StringContent(value), name);
            foreach (var file in files)
            {
                var part = new ByteArrayContent(file.Content);
                part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
                parts.Add(part, file.Field, file.Name);
            }

            content = parts;
        }

        return SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = content });
    }

    async Task<Page> SendAsync(HttpRequestMessage message)
    {
        var response = await client.SendAsync(message);
        return new Page(response, await response.Content.ReadAsStringAsync(), new Uri(client.BaseAddress!, message.RequestUri!.ToString()));
    }

    static IEnumerable<(string Name, string Value)> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
                continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked:
                    yield return (name, box.GetAttribute("value") ?? "on");
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" or "submit" or "button" or "file" or "image" or "reset" }:
                    break;
                case IHtmlInputElement input:
                    yield return (name, input.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options)
                        if (option.IsSelected)
                            yield return (name, option.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, area.Value);
                    break;
            }
        }
    }

    public void Dispose() => client.Dispose();
}
