using PlanIngest.Model;
using PlanIngest.Outputs;
using PlanIngest.Records;

namespace PlanIngest.Host.Review.Pages;

/// <summary>One document: its text on one side, its records on the other, a card for the one at hand.</summary>
public static class DocumentPage
{
    /// <param name="document">The document.</param>
    /// <param name="members">Of an archive, the documents in it.</param>
    /// <param name="changes">What its newest version changed.</param>
    /// <param name="frame">What stands around the page.</param>
    public static HtmlWriter Write(
        ReviewedDocument document,
        IReadOnlyList<string> members,
        IReadOnlyList<OutputChange> changes,
        PageFrame frame
    )
    {
        var words = frame.Words;
        var html = new HtmlWriter();
        var extraction = document.Extraction;
        var all = document.All.ToList();
        var open = document.OpenConflicts;
        var unsettled = document.Unsettled.Count();
        var engine = document.Document.Source.MediaType == "application/pdf" ? PdfScripts.Folder : null;
        ReadOnlySpan<string> modules = engine is null ? ["document.mjs"] : ["document.mjs", "pages.mjs"];
        frame.Begin(html, extraction.Head.Title ?? document.Path, "review", modules);
        html.Write(
            $"<main id=\"main\" class=\"review\" data-path=\"{document.Path}\" data-source=\"{document.Document.Source.Sha256}\">"
        );
        html.Write($"<section class=\"bar\" id=\"bar\"><h1>{extraction.Head.Title ?? document.Path}</h1>");
        html.Write(
            $"<p class=\"where\">{string.Join(" · ", new[] { document.Path, extraction.Head.Region, extraction.Head.PlanPeriod?.Name }.OfType<string>())}</p>"
        );
        if (engine is not null)
        {
            html.Write(
                $"<p class=\"views\" role=\"group\" aria-label=\"{words["source"]}\"><button type=\"button\" data-view=\"pages\" aria-pressed=\"true\">{words["page view"]}</button><button type=\"button\" data-view=\"text\" aria-pressed=\"false\">{words["text view"]}</button> <kbd>v</kbd></p>"
            );
        }
        html.Write(
            $"<p class=\"progress\"><progress max=\"{all.Count}\" value=\"{document.Reviewed}\" aria-label=\"{words["progress"]}\"></progress> "
        );
        html.Write(
            $"<span><b id=\"done\">{document.Reviewed}</b> / {all.Count} {words["looked at"]}</span> <span><b id=\"open-conflicts\">{open}</b> {words["open conflicts"]}</span> <span><b id=\"open-corrections\">{unsettled}</b> {words["open corrections"]}</span></p></section>"
        );
        html.Write($"<section class=\"source\" tabindex=\"0\" aria-label=\"{words["source"]}\">");
        WriteSource(html, document, members, engine, words);
        html.Write(
            $"</section><div class=\"divider\" aria-hidden=\"true\"></div><section class=\"records\" aria-label=\"{words["records"]}\">"
        );
        html.Write($"<div id=\"card\" class=\"cardbox\"><p class=\"hint\">{words["pick one"]}</p></div>");
        html.Write($"<nav class=\"tabs\" role=\"tablist\">");
        Tab(html, "list", words["records"], all.Count, true);
        Tab(html, "conflicts", words["conflicts"], open, false);
        Tab(html, "unsettled", words["unsettled"], unsettled, false);
        Tab(html, "changes", words["changes"], changes.Count, false);
        Tab(html, "findings", words["findings"], extraction.Findings.Count, false);
        Tab(html, "document", words["document"], document.HistoryOf(Correction.OfDocument).Count(), false);
        html.Write($"</nav><div id=\"tab-list\" role=\"tabpanel\" aria-labelledby=\"for-list\">");
        WriteFilters(html, all, words);
        var conflicting = document.Conflicting;
        html.Write($"<ol id=\"list\">");
        foreach (var record in all.OrderBy(record => record.Confidence).ThenBy(record => record.Span.Start))
        {
            RecordView.WriteItem(html, record, conflicting.Contains(record.Id), words);
        }
        html.Write($"</ol></div>");
        Panel(html, "conflicts", () => WriteConflicts(html, document, words));
        Panel(html, "unsettled", () => WriteUnsettled(html, document, words));
        Panel(html, "changes", () => WriteChanges(html, changes, words));
        Panel(html, "findings", () => WriteFindings(html, extraction, words));
        html.Write(
            $"<div id=\"tab-document\" role=\"tabpanel\" aria-labelledby=\"for-document\" data-r=\"{Correction.OfDocument}\" data-tag=\"{ReviewedDocument.TagOf(extraction.Head)}\" hidden>"
        );
        DocumentForm.Write(html, document, words);
        html.Write($"</div>");
        html.Write($"</section></main>");
        WriteDialogs(html, words);
        PageFrame.End(html);
        return html;
    }

    /// <summary>The text; of a PDF its pages before it, as the script draws them, and a switch between the two.</summary>
    private static void WriteSource(
        HtmlWriter html,
        ReviewedDocument document,
        IReadOnlyList<string> members,
        string? engine,
        PageWords words
    )
    {
        if (engine is not null)
        {
            html.Write($"<div id=\"pages\" data-engine=\"{engine}\" data-name=\"{words["page view"]}\"></div>");
        }
        html.Write($"<div id=\"text\"{(engine is null ? "" : " hidden")}>");
        SourceView.Write(document, html);
        if (members.Count > 0)
        {
            html.Write($"<h2>{words["members"]}</h2><ul>");
            foreach (var member in members)
            {
                html.Write(
                    $"<li><a href=\"{PageFrame.LinkTo(member)}\">{member[(document.Path.Length + 1)..]}</a></li>"
                );
            }
            html.Write($"</ul>");
        }
        html.Write($"</div>");
    }

    private static void Tab(HtmlWriter html, string id, string name, int count, bool isCurrent)
    {
        html.Write(
            $"<button type=\"button\" role=\"tab\" id=\"for-{id}\" aria-controls=\"tab-{id}\" aria-selected=\"{(isCurrent ? "true" : "false")}\">{name} <span class=\"count\">{count}</span></button>"
        );
    }

    private static void Panel(HtmlWriter html, string id, Action write)
    {
        html.Write($"<div id=\"tab-{id}\" role=\"tabpanel\" aria-labelledby=\"for-{id}\" hidden>");
        write();
        html.Write($"</div>");
    }

    private static void WriteFilters(HtmlWriter html, List<IndicatorRecord> all, PageWords words)
    {
        html.Write(
            $"<form class=\"filters\" id=\"filters\"><input type=\"search\" id=\"search\" placeholder=\"{words["search"]}\" aria-label=\"{words["search"]}\">"
        );
        Select(
            html,
            "status",
            words["status"],
            ["open", "accepted", "corrected", "added", "rejected"],
            value => words.Of("status", value)
        );
        Select(html, "below", words["confidence"], ["0.5", "0.7", "0.8", "0.9", "0.95"], value => "< " + value);
        Select(
            html,
            "flag",
            words["flag"],
            [.. all.SelectMany(RecordView.FlagsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            value => words.Of("flag", value)
        );
        Select(html, "origin", words["origin"], ["table", "prose"], value => words.Of("origin", value));
        Select(html, "tier", words.Of("field", "tier"), ["core", "count"], value => words.Of("tier", value));
        Select(html, "conflict", words["conflicts"], ["yes"], _ => words["in conflict"]);
        html.Write(
            $"<select id=\"order\" aria-label=\"{words["order"]}\"><option value=\"sure\">{words["by doubt"]}</option><option value=\"at\">{words["by place"]}</option></select>"
        );
        html.Write(
            $"<button type=\"button\" id=\"accept-all\">{words["accept shown"]} <span id=\"shown\">{all.Count}</span></button></form>"
        );
    }

    private static void Select(
        HtmlWriter html,
        string name,
        string label,
        IReadOnlyList<string> values,
        Func<string, string> text
    )
    {
        html.Write($"<select name=\"{name}\" aria-label=\"{label}\"><option value=\"\">{label}</option>");
        foreach (var value in values)
        {
            html.Write($"<option value=\"{value}\">{text(value)}</option>");
        }
        html.Write($"</select>");
    }

    private static void WriteConflicts(HtmlWriter html, ReviewedDocument document, PageWords words)
    {
        foreach (var (number, conflict) in document.Extraction.Conflicts.Index())
        {
            html.Write(
                $"<section class=\"conflict\" data-conflict=\"{number}\"><h3>{conflict.Name} <small>{conflict.Period?.ToString()} · {words.Of("conflict", ContractWords.Of(conflict.Kind))}</small></h3><div class=\"sides\">"
            );
            foreach (var (id, observation) in conflict.Observations)
            {
                if (document.Find(id) is not { } record)
                {
                    continue;
                }
                var seen = record.Observations.First(one => one.Id == observation);
                var isPreferred = conflict.Resolution?.Prefer == id;
                html.Write(
                    $"<div class=\"side {(isPreferred ? "preferred" : "")}\"><p><b>{TypedQuantity.Show(seen.Quantity)}</b></p><blockquote>{Quotes.Of(document.Document, record)}</blockquote>"
                );
                html.Write($"<p><button type=\"button\" class=\"quiet\" data-show=\"{id}\">{words["show"]}</button> ");
                html.Write(
                    $"<button type=\"button\" data-do=\"prefer\" data-r=\"{id}\" aria-pressed=\"{(isPreferred ? "true" : "false")}\">{words["prefer"]}</button></p></div>"
                );
            }
            html.Write($"</div>");
            if (conflict.Resolution is { } resolution)
            {
                html.Write(
                    $"<p class=\"status\">{words["decided"]} {resolution.By ?? words["someone"]} · {resolution.At}</p>"
                );
            }
            html.Write($"</section>");
        }
    }

    private static void WriteUnsettled(HtmlWriter html, ReviewedDocument document, PageWords words)
    {
        html.Write($"<ol class=\"unsettled\">");
        foreach (var outcome in document.Unsettled)
        {
            RecordView.WriteLine(html, outcome, words);
            html.Write(
                $"<li class=\"said\"><p>{outcome.Message}</p><blockquote>{outcome.Correction.Seen.Name}: {string.Join(" | ", outcome.Correction.Seen.Raws)}</blockquote><p>"
            );
            if (outcome.Record is { } record && document.Find(record) is not null)
            {
                html.Write($"<button type=\"button\" class=\"quiet\" data-show=\"{record}\">{words["show"]}</button>");
            }
            html.Write($"</p></li>");
        }
        html.Write($"</ol>");
    }

    private static void WriteChanges(HtmlWriter html, IReadOnlyList<OutputChange> changes, PageWords words)
    {
        html.Write(
            $"<table class=\"changes\"><thead><tr><th>{words["change"]}</th><th>{words.Of("field", "name")}</th><th>{words["before"]}</th><th>{words["now"]}</th></tr></thead><tbody>"
        );
        foreach (var change in changes)
        {
            html.Write(
                $"<tr class=\"{ContractValues.Word(change.Kind)}\"><td>{words.Of("change", ContractValues.Word(change.Kind))}</td><td>"
            );
            if (change.Kind == ChangeKind.Gone)
            {
                html.Write($"{change.Name}");
            }
            else
            {
                html.Write($"<button type=\"button\" class=\"quiet\" data-show=\"{change.Id}\">{change.Name}</button>");
            }
            html.Write($"</td><td>{change.Before}</td><td>{change.After}</td></tr>");
        }
        html.Write($"</tbody></table>");
    }

    private static void WriteFindings(HtmlWriter html, Extraction extraction, PageWords words)
    {
        html.Write($"<ul class=\"findings\">");
        foreach (var finding in extraction.Findings)
        {
            var severity = ContractWords.Of(finding.Severity);
            html.Write(
                $"<li class=\"{severity}\"><b>{words.Of("severity", severity)}</b> {words.Of("finding", finding.Code)} <small>{finding.Message}</small>"
            );
            if (finding.Span is { } span)
            {
                html.Write(
                    $" <button type=\"button\" class=\"quiet\" data-light=\"{span.Start}-{span.End}\">{words["show"]}</button>"
                );
            }
            html.Write($"</li>");
        }
        html.Write($"</ul>");
    }

    private static void WriteDialogs(HtmlWriter html, PageWords words)
    {
        html.Write(
            $"<dialog id=\"keys\" aria-labelledby=\"keys-title\"><h2 id=\"keys-title\">{words["keys"]}</h2><dl>"
        );
        foreach (var key in (string[])["j", "k", "a", "e", "x", "u", "w", "n", "v", "/", "?", "esc"])
        {
            html.Write($"<dt><kbd>{key}</kbd></dt><dd>{words.Of("key", key)}</dd>");
        }
        html.Write($"</dl><form method=\"dialog\"><button>{words["close"]}</button></form></dialog>");
        html.Write(
            $"<dialog id=\"sure\" aria-labelledby=\"sure-text\"><form method=\"dialog\"><p id=\"sure-text\">{words["accept shown"]}: <b id=\"sure-count\"></b>?</p><button value=\"yes\">{words["accept"]}</button> <button value=\"no\" class=\"quiet\">{words["cancel"]}</button></form></dialog>"
        );
        html.Write(
            $"<dialog id=\"add\" aria-labelledby=\"add-title\"><form method=\"dialog\"><h2 id=\"add-title\">{words["add record"]}</h2><label>{words["words"]}<textarea id=\"add-words\" rows=\"3\" required></textarea></label>"
        );
        html.Write(
            $"<label>{words.Of("field", "name")}<input id=\"add-name\" autocomplete=\"off\"></label><label>{words["value words"]}<input id=\"add-raw\" autocomplete=\"off\"></label>"
        );
        html.Write($"<label>{words.Of("field", "role")}<select id=\"add-role\">");
        foreach (var role in (string[])["target", "actual", "baseline"])
        {
            html.Write($"<option value=\"{role}\">{words.Of("role", role)}</option>");
        }
        html.Write(
            $"</select></label><label>{words.Of("field", "period")}<input id=\"add-period\" autocomplete=\"off\" size=\"10\"></label>"
        );
        html.Write(
            $"<p><button value=\"yes\">{words["add record"]}</button> <button value=\"no\" class=\"quiet\">{words["cancel"]}</button></p></form></dialog>"
        );
        html.Write(
            $"<p id=\"say\" role=\"status\" aria-live=\"polite\"></p><button type=\"button\" id=\"add-here\" hidden>{words["add record"]} <kbd>n</kbd></button>"
        );
    }
}
