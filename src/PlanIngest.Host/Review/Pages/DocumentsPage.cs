using PlanIngest.Outputs;

namespace PlanIngest.Host.Review.Pages;

/// <summary>All documents: state, counts, how far their review is; where files are dropped.</summary>
public static class DocumentsPage
{
    public const int PageSize = 100;

    public static HtmlWriter Write(
        IReadOnlyList<IndexedDocument> documents,
        int total,
        IReadOnlyList<string> waiting,
        string? search,
        int skip,
        PageFrame frame
    )
    {
        var words = frame.Words;
        var html = new HtmlWriter();
        frame.Begin(html, words["documents"], "documents");
        html.Write(
            $"<main id=\"main\"><h1>{words["documents"]} <small>{total}</small></h1><form class=\"find\" method=\"get\" action=\"/\"><input type=\"search\" name=\"search\" id=\"search\" value=\"{search}\" placeholder=\"{words["search documents"]}\" aria-label=\"{words["search documents"]}\"><button>{words["search"]}</button></form>"
        );
        html.Write(
            $"<div class=\"drop\" id=\"drop\"><label>{words["drop"]} <input type=\"file\" id=\"file\" multiple></label><label class=\"inline\"><input type=\"checkbox\" id=\"replace\"> {words["replace"]}</label><p id=\"say\" role=\"status\" aria-live=\"polite\"></p></div>"
        );
        if (waiting.Count > 0)
        {
            html.Write(
                $"<p class=\"waiting\">{words["waiting"]}: {string.Join(", ", waiting.Take(10))} ({waiting.Count})</p>"
            );
        }
        html.Write(
            $"<div class=\"wide\"><table class=\"documents\"><thead><tr><th scope=\"col\">{words["document"]}</th><th scope=\"col\">{words["region"]}</th><th scope=\"col\" class=\"number\">{words["records"]}</th><th scope=\"col\">{words["progress"]}</th><th scope=\"col\" class=\"number\">{words["conflicts"]}</th><th scope=\"col\" class=\"number\">{words["unsettled"]}</th><th scope=\"col\" class=\"number\">{words["findings"]}</th><th scope=\"col\">{words["download"]}</th></tr></thead><tbody>"
        );
        foreach (var document in documents)
        {
            WriteRow(html, document, words);
        }
        html.Write($"</tbody></table></div>");
        WritePages(html, total, skip, PageSize, $"/?search={Uri.EscapeDataString(search ?? "")}", words);
        html.Write($"</main>");
        PageFrame.End(html);
        return html;
    }

    /// <summary>Links to the page before and the page after.</summary>
    public static void WritePages(HtmlWriter html, int total, int skip, int size, string address, PageWords words)
    {
        html.Write($"<nav class=\"paging\" aria-label=\"{words["paging"]}\">");
        if (skip > 0)
        {
            html.Write($"<a rel=\"prev\" href=\"{address}&skip={Math.Max(0, skip - size)}\">{words["previous"]}</a> ");
        }
        html.Write($"<span>{Math.Min(skip + 1, total)}–{Math.Min(skip + size, total)} / {total}</span>");
        if (skip + size < total)
        {
            html.Write($" <a rel=\"next\" href=\"{address}&skip={skip + size}\">{words["next"]}</a>");
        }
        html.Write($"</nav>");
    }

    private static void WriteRow(HtmlWriter html, IndexedDocument document, PageWords words)
    {
        var whole = document.Records + document.Rejected;
        var link = PageFrame.LinkTo(document.Path);
        html.Write(
            $"<tr class=\"{(document.Refusal is not null ? "refused" : document.IsFinished ? "finished" : "")}\"><th scope=\"row\"><a href=\"{link}\">{document.Title ?? document.Path}</a><small>{document.Path}</small></th><td>{document.Region}</td><td class=\"number\">{document.Records}</td><td>"
        );
        if (document.Refusal is { } refusal)
        {
            html.Write($"<b class=\"error\">{words.Of("finding", refusal)}</b>");
        }
        else if (document.IsFinished)
        {
            html.Write($"<b class=\"done\">{words["finished"]}</b> <small>{document.Reviewers}</small>");
        }
        else if (whole > 0)
        {
            html.Write(
                $"<progress max=\"{Math.Max(1, whole)}\" value=\"{document.Reviewed}\" aria-label=\"{words["progress"]}\"></progress> <span>{document.Reviewed} / {whole}</span>"
            );
        }
        html.Write(
            $"</td><td class=\"number\">{document.OpenConflicts}</td><td class=\"number\">{document.Unsettled}</td><td class=\"number\">{document.Warnings + document.Errors}</td>"
        );
        var path = Uri.EscapeDataString(document.Path);
        html.Write(
            $"<td class=\"downloads\"><a href=\"/api/v1/document?path={path}\" download>JSON</a> <a href=\"/api/v1/export?format=csv&path={path}\" download>CSV</a> <a href=\"/original?path={path}\" download>{words["original"]}</a></td></tr>\n"
        );
    }
}
