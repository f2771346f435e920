using PlanIngest.Outputs;

namespace PlanIngest.Host.Review.Pages;

/// <summary>The records of all documents in one table, searched and filtered by the index.</summary>
public static class RecordsPage
{
    public const int PageSize = 50;

    public static HtmlWriter Write(IndexPage page, IndexFilter filter, string query, int skip, PageFrame frame)
    {
        var words = frame.Words;
        var html = new HtmlWriter();
        frame.Begin(html, words["all records"], "all");
        html.Write(
            $"<main id=\"main\"><h1>{words["all records"]} <small>{page.Total}{(page.TotalIsLeast ? "+" : "")}</small></h1><form class=\"find\" method=\"get\" action=\"/records\">"
        );
        html.Write(
            $"<input type=\"search\" name=\"search\" id=\"search\" value=\"{filter.Search}\" placeholder=\"{words["search"]}\" aria-label=\"{words["search"]}\">"
        );
        html.Write($"<label>{words["document"]}<input name=\"path\" value=\"{filter.Path}\"></label>");
        Select(
            html,
            "status",
            words["status"],
            ["open", "accepted", "corrected", "added", "rejected"],
            filter.Status,
            value => words.Of("status", value),
            words
        );
        Select(
            html,
            "origin",
            words["origin"],
            ["table", "prose"],
            filter.Origin,
            value => words.Of("origin", value),
            words
        );
        Select(
            html,
            "tier",
            words.Of("field", "tier"),
            ["core", "count"],
            filter.Tier,
            value => words.Of("tier", value),
            words
        );
        Select(
            html,
            "flag",
            words["flag"],
            [.. Model.Catalog.Flags.Keys.Order(StringComparer.Ordinal)],
            filter.Flag,
            value => words.Of("flag", value),
            words
        );
        Select(
            html,
            "role",
            words.Of("field", "role"),
            ["baseline", "actual", "target"],
            filter.Role,
            value => words.Of("role", value),
            words
        );
        html.Write(
            $"<label>{words.Of("field", "period")}<input name=\"period\" value=\"{filter.Period}\" size=\"9\"></label>"
        );
        Select(
            html,
            "conflict",
            words["conflicts"],
            ["true"],
            filter.Conflict ? "true" : null,
            _ => words["yes"],
            words
        );
        Select(
            html,
            "below",
            words["less sure than"],
            ["0.5", "0.7", "0.8", "0.9", "0.95"],
            filter.Below?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            value => value,
            words
        );
        Select(
            html,
            "order",
            words["order"],
            ["place", "doubt", "name"],
            filter.Order switch
            {
                IndexOrder.Document => "place",
                IndexOrder.Doubt => "doubt",
                _ => "name",
            },
            value => words["by " + value],
            words
        );
        html.Write(
            $"<button>{words["search"]}</button></form><p class=\"downloads\"><a href=\"/api/v1/export?format=csv&{query}\" download>CSV</a> <a href=\"/api/v1/export?format=jsonl&{query}\" download>JSON Lines</a></p>"
        );
        html.Write(
            $"<div class=\"wide\"><table class=\"all\"><thead><tr><th scope=\"col\">{words.Of("field", "name")}</th><th scope=\"col\">{words["values"]}</th><th scope=\"col\">{words.Of("field", "unit")}</th><th scope=\"col\">{words["document"]}</th><th scope=\"col\" class=\"number\">{words["confidence"]}</th><th scope=\"col\">{words["status"]}</th></tr></thead><tbody>"
        );
        foreach (var record in page.Records)
        {
            var link = PageFrame.LinkTo(record.Path) + "#" + record.Id;
            html.Write(
                $"<tr class=\"{record.Status ?? "open"}\"><th scope=\"row\"><a href=\"{link}\">{record.Name}</a><small>{record.Category}</small></th><td>{record.Values}</td><td>{record.Unit}</td><td>{record.Title ?? record.Path}<small>{(record.Title is null ? null : record.Path)}</small></td><td class=\"number\">{(long)Math.Round(record.Confidence * 100)}%</td><td>{words.Of("status", record.Status ?? "open")}</td></tr>\n"
            );
        }
        html.Write($"</tbody></table></div>");
        DocumentsPage.WritePages(html, page.Total, skip, PageSize, $"/records?{query}", words);
        html.Write($"</main>");
        PageFrame.End(html);
        return html;
    }

    private static void Select(
        HtmlWriter html,
        string name,
        string label,
        IReadOnlyList<string> values,
        string? current,
        Func<string, string> text,
        PageWords words
    )
    {
        html.Write($"<label>{label}<select name=\"{name}\"><option value=\"\">{words["all"]}</option>");
        foreach (var value in values)
        {
            html.Write($"<option value=\"{value}\"{(value == current ? " selected" : "")}>{text(value)}</option>");
        }
        html.Write($"</select></label>");
    }
}
