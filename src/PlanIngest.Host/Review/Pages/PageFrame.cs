namespace PlanIngest.Host.Review.Pages;

/// <summary>What stands around every page, for this reader: language, name, and the token their actions carry.</summary>
public sealed record PageFrame(PageWords Words, string? Reviewer, string Token)
{
    /// <param name="html">What it is written to.</param>
    /// <param name="title">Of the window.</param>
    /// <param name="name">Of the kind of page, for the style sheet.</param>
    /// <param name="modules">Scripts of this page alone.</param>
    public void Begin(HtmlWriter html, string title, string name, params ReadOnlySpan<string> modules)
    {
        html.Write(
            $"<!doctype html><html lang=\"{Words.Language}\"><head><meta charset=\"utf-8\"><title>{title} · PlanIngest</title>"
        );
        html.Write(
            $"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><meta name=\"token\" content=\"{Token}\">"
        );
        html.Write(
            $"<link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/assets/review.css\"><script src=\"/assets/review.js\" defer></script>"
        );
        foreach (var module in modules)
        {
            html.Write($"<script type=\"module\" src=\"/assets/{module}\"></script>");
        }
        html.Write($"</head><body class=\"{name}\">");
        html.Write(
            $"<a class=\"skip\" href=\"#main\">{Words["skip"]}</a><header class=\"top\"><a class=\"brand\" href=\"/\">PlanIngest</a><nav aria-label=\"{Words["pages"]}\">"
        );
        html.Write($"<a href=\"/\">{Words["documents"]}</a> <a href=\"/records\">{Words["all records"]}</a></nav>");
        if (Reviewer is { } reviewer)
        {
            html.Write($"<p class=\"who\"><a href=\"/name\">{reviewer}</a></p>");
        }
        html.Write($"</header>\n");
    }

    /// <summary>The address of a document's page.</summary>
    public static string LinkTo(string path) => "/d/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    public static void End(HtmlWriter html) => html.Write($"</body></html>");
}
