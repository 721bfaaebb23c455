using Microsoft.AspNetCore.Components;

namespace Songthang.Web.Shared;

/// <summary>
/// Addresses of our own files with their fingerprint, for the places where no tag helper puts it in, such as
/// <c>use href</c> of a picture.
/// </summary>
public static class Assets
{
    public static string Url(HttpContext context, string path)
    {
        var known = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{context.Request.PathBase}/{known?[path] ?? path}";
    }
}
