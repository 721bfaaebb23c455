using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.Documents;
using Document = Songthang.Infrastructure.Documents.Document;

namespace Songthang.Web.Shared;

/// <summary>How every page ends that answers with a paper.</summary>
public static class PaperAnswer
{
    /// <summary>The paper as a PDF file that the browser opens; kept, it has this name.</summary>
    /// <param name="page">The page that answers.</param>
    /// <param name="document">What is on the paper.</param>
    /// <param name="name">Name of the file without its ending.</param>
    /// <param name="author">The authority, as the file's properties have it.</param>
    /// <param name="now">UTC.</param>
    public static FileContentResult Paper(this PageModel page, Document document, string name, string author, DateTime now)
    {
        page.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.pdf\"";
        return page.File(Pdf.Write(document, new(document.Title, author, now)), "application/pdf");
    }
}
