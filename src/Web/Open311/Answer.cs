namespace Songthang.Web.Open311;

/// <summary>An answer in the format that was asked for.</summary>
/// <param name="root">Name of the outermost element in XML.</param>
/// <param name="content">What it holds.</param>
/// <param name="status">HTTP status.</param>
sealed class Answer(string root, object content, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>An error as the standard shapes it.</summary>
    public static Answer Error(int status, string description) => new("errors",
        new Listing("error", [new Record(new("code", status.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("description", description))]), status);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var body = new MemoryStream();
        var isJson = WantedFormat.IsJson(httpContext.Request);
        if (isJson)
            Wire.WriteJson(body, content);
        else
            Wire.WriteXml(body, root, content);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = isJson ? "application/json; charset=utf-8" : "text/xml; charset=utf-8";
        response.Headers.Append("Vary", "Accept");
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return;
        body.Position = 0;
        await body.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}

/// <summary>Which format is asked for: by the ending of the address, by <c>format=</c>, by the header; XML if nothing says so, as the standard has it.</summary>
static class WantedFormat
{
    public static bool IsJson(HttpRequest request)
    {
        var path = (request.Path.Value ?? "").TrimEnd('/');
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return true;
        if (path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            return false;
        if (request.Query["format"].ToString().Trim() is { Length: > 0 } format)
            return format.Contains("json", StringComparison.OrdinalIgnoreCase);
        foreach (var accepted in request.GetTypedHeaders().Accept.OrderByDescending(accepted => accepted.Quality ?? 1))
        {
            if (accepted.MediaType.Value is { } type && (accepted.Quality ?? 1) > 0)
            {
                if (type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
                    return true;
                if (type.EndsWith("xml", StringComparison.OrdinalIgnoreCase))
                    return false;
            }
        }

        return false;
    }
}

/// <summary>The call cannot be answered; the middleware writes it in the standard's shape.</summary>
sealed class Refused(int status, string description) : Exception(description)
{
    public int Status => status;

    public static Refused Bad(string description) => new(StatusCodes.Status400BadRequest, description);

    public static Refused Unknown(string description) => new(StatusCodes.Status404NotFound, description);
}
