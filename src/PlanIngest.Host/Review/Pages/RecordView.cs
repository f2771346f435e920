using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Host.Review.Pages;

/// <summary>A record in the list, and the card in which it is read, judged and mended.</summary>
public static class RecordView
{
    private static readonly string[] Texts = ["name", "unit", "category", "ordinal", "responsible"];

    /// <summary>One line of the list.</summary>
    public static void WriteItem(HtmlWriter html, IndicatorRecord record, bool isConflicting, PageWords words)
    {
        var status = StatusOf(record);
        html.Write(
            $"<li id=\"i-{record.Id}\" class=\"{status}\" data-r=\"{record.Id}\" data-tag=\"{ReviewedDocument.TagOf(record)}\""
        );
        html.Write($" data-status=\"{status}\" data-at=\"{record.Span.Start}\" data-sure=\"{record.Confidence}\"");
        html.Write(
            $" data-flags=\"{string.Join(' ', FlagsOf(record))}\" data-origin=\"{ContractWords.Of(record.Origin)}\""
        );
        if (isConflicting)
        {
            html.Write($" data-conflict=\"yes\"");
        }
        html.Write($" data-tier=\"{ContractWords.Of(record.Tier)}\"><button type=\"button\" class=\"pick\">");
        html.Write(
            $"<span class=\"state\" aria-label=\"{words.Of("status", status)}\" title=\"{words.Of("status", status)}\"></span>"
        );
        html.Write($"<span class=\"name\">{record.Name}</span> <span class=\"values\">");
        foreach (var seen in record.Observations)
        {
            html.Write($"<span><i>{seen.Period?.ToString() ?? "—"}</i> {TypedQuantity.Show(seen.Quantity)}</span> ");
        }
        html.Write($"</span><span class=\"sure\">{Math.Round(record.Confidence * 100)}%</span></button></li>\n");
    }

    /// <summary>The card of one record.</summary>
    public static void WriteCard(HtmlWriter html, ReviewedDocument document, IndicatorRecord record, PageWords words)
    {
        var status = StatusOf(record);
        html.Write(
            $"<article class=\"card {status}\" data-r=\"{record.Id}\" data-tag=\"{ReviewedDocument.TagOf(record)}\" data-start=\"{record.Span.Start}\" data-end=\"{record.Span.End}\">"
        );
        html.Write($"<header><h2 tabindex=\"-1\">{record.Name}</h2><p class=\"status\">{words.Of("status", status)}");
        if (record.Review is { } review)
        {
            html.Write($" · {review.By ?? words["someone"]} · <time datetime=\"{review.At}\">{review.At}</time>");
        }
        html.Write($"</p></header><blockquote>");
        WriteQuote(html, document.Document, record);
        html.Write($"</blockquote>");
        WriteActions(html, record, words);
        foreach (var seen in record.Observations)
        {
            WriteObservation(html, document, record, seen, words);
        }
        WriteFields(html, record, words);
        WriteFlags(html, record, words);
        WriteHistory(html, document, record.Id, words);
        html.Write($"</article>");
    }

    public static string StatusOf(IndicatorRecord record) =>
        record.Review is { } review ? ContractWords.Of(review.Status) : "open";

    public static IEnumerable<string> FlagsOf(IndicatorRecord record) =>
        record.Flags.Concat(record.Observations.SelectMany(seen => seen.Flags)).Distinct(StringComparer.Ordinal);

    private static void WriteQuote(HtmlWriter html, Document document, IndicatorRecord record)
    {
        var at = record.Span.Start;
        foreach (var seen in record.Observations.OrderBy(seen => seen.Span.Start))
        {
            if (seen.Span.Start < at || !record.Span.Contains(seen.Span))
            {
                continue;
            }
            html.Write($"{document.Read(Span.Between(at, seen.Span.Start))}<mark>{document.Read(seen.Span)}</mark>");
            at = seen.Span.End;
        }
        html.Write($"{document.Read(Span.Between(at, record.Span.End))}");
    }

    private static void WriteActions(HtmlWriter html, IndicatorRecord record, PageWords words)
    {
        html.Write(
            $"<p class=\"actions\"><button type=\"button\" data-do=\"accept\">{words["accept"]} <kbd>a</kbd></button>"
        );
        html.Write($"<button type=\"button\" data-do=\"edit\">{words["edit"]} <kbd>e</kbd></button>");
        html.Write($"<button type=\"button\" data-do=\"reject\">{words["reject"]} <kbd>x</kbd></button>");
        html.Write($"<button type=\"button\" data-do=\"undo\">{words["undo"]} <kbd>u</kbd></button>");
        html.Write($"<button type=\"button\" data-do=\"explain\">{words["why"]} <kbd>w</kbd></button></p>");
        html.Write($"<div class=\"why\" aria-live=\"polite\" hidden></div><p class=\"sr\">{record.Id}</p>");
    }

    private static void WriteFields(HtmlWriter html, IndicatorRecord record, PageWords words)
    {
        html.Write($"<div class=\"fields\">");
        foreach (var field in Texts)
        {
            var value = field switch
            {
                "name" => record.Name,
                "unit" => record.Unit,
                "category" => string.Join(" / ", record.Category),
                "ordinal" => record.Ordinal,
                _ => record.Responsible,
            };
            html.Write(
                $"<label>{words.Of("field", field)}<input data-field=\"{field}\" value=\"{value}\" autocomplete=\"off\">"
            );
            WriteMachine(html, record, field, words);
            html.Write($"</label>");
        }
        Select(html, words, "nature", ["", "binding", "expected"], ContractWords.Of(record.Nature) ?? "", record);
        Select(html, words, "tier", ["core", "count"], ContractWords.Of(record.Tier), record);
        html.Write($"</div>");
    }

    private static void WriteObservation(
        HtmlWriter html,
        ReviewedDocument document,
        IndicatorRecord record,
        Observation seen,
        PageWords words
    )
    {
        var raw = document.Document.Read(seen.Span);
        html.Write(
            $"<fieldset class=\"value\" data-o=\"{seen.Id}\" data-start=\"{seen.Span.Start}\" data-end=\"{seen.Span.End}\"><legend>{raw}</legend>"
        );
        html.Write(
            $"<label>{words.Of("field", "quantity")}<input data-field=\"quantity\" value=\"{TypedQuantity.Show(seen.Quantity)}\" autocomplete=\"off\"><output class=\"parsed\">"
        );
        WriteQuantity(html, seen.Quantity, words);
        html.Write($"</output></label><label>{words.Of("field", "role")}<select data-field=\"role\">");
        foreach (var role in Enum.GetValues<Role>())
        {
            Option(html, ContractWords.Of(role), words.Of("role", ContractWords.Of(role)), role == seen.Role);
        }
        html.Write(
            $"</select></label><label>{words.Of("field", "period")}<input data-field=\"period\" value=\"{seen.Period?.ToString()}\" autocomplete=\"off\" size=\"10\"></label>"
        );
        html.Write(
            $"<label>{words.Of("field", "series")}<input data-field=\"series\" value=\"{seen.Series}\" autocomplete=\"off\" size=\"10\"></label>"
        );
        if (record.Observations.Count > 1)
        {
            html.Write($"<button type=\"button\" data-do=\"refuse\" class=\"quiet\">{words["refuse value"]}</button>");
        }
        html.Write($"</fieldset>");
    }

    /// <summary>The parts of a quantity in words, for seeing that it was understood.</summary>
    public static void WriteQuantity(HtmlWriter html, Quantity quantity, PageWords words)
    {
        html.Write($"{words.Of("kind", ContractWords.Of(quantity.Kind))}");
        if (quantity.Comparator is { } comparator)
        {
            html.Write($" · {ContractWords.Of(comparator)}");
        }
        foreach (var number in new[] { quantity.Value, quantity.Low, quantity.High })
        {
            if (number is { } value)
            {
                html.Write($" · <b>{ContractValues.Number(value)}</b>");
            }
        }
        if (quantity.Unit is { } unit)
        {
            html.Write($" · {unit}");
        }
        if (quantity.Change is { } change)
        {
            html.Write(
                $" · {words.Of("direction", ContractWords.Of(change.Direction))} · {words.Of("mode", ContractWords.Of(change.Mode))}"
            );
        }
        if (quantity.Words is { } text)
        {
            html.Write($" · {text}");
        }
    }

    private static void WriteMachine(HtmlWriter html, IndicatorRecord record, string field, PageWords words)
    {
        if (record.Review?.Machine.GetValueOrDefault(field) is { } machine)
        {
            html.Write($"<small class=\"machine\">{words["machine read"]} {machine}</small>");
        }
    }

    private static void WriteFlags(HtmlWriter html, IndicatorRecord record, PageWords words)
    {
        html.Write($"<ul class=\"flags\">");
        foreach (var flag in FlagsOf(record))
        {
            html.Write($"<li>{words.Of("flag", flag)}</li>");
        }
        html.Write($"</ul>");
        if (record.Review?.Machine.GetValueOrDefault("observations") is { } machine)
        {
            html.Write($"<p class=\"machine\">{words["machine read"]} {machine}</p>");
        }
    }

    /// <summary>All that was done to a record, or to the document's own fields, each line with its undo.</summary>
    public static void WriteHistory(HtmlWriter html, ReviewedDocument document, string id, PageWords words)
    {
        var history = document.HistoryOf(id).ToList();
        if (history.Count == 0)
        {
            return;
        }
        html.Write($"<details class=\"history\"><summary>{words["history"]} ({history.Count})</summary><ol>");
        foreach (var outcome in history)
        {
            WriteLine(html, outcome, words);
        }
        html.Write($"</ol></details>");
    }

    /// <summary>A correction as it was made, and what became of it.</summary>
    public static void WriteLine(HtmlWriter html, CorrectionOutcome outcome, PageWords words)
    {
        var line = outcome.Correction;
        html.Write(
            $"<li data-line=\"{line.Id}\" class=\"{ContractValues.Word(outcome.Kind)}\"><b>{words.Of("action", ContractValues.Word(line.Action))}</b> "
        );
        if (line.Field is { } field)
        {
            html.Write($"{words.Of("field", field)}: <del>{line.Seen.Machine}</del> → <ins>{line.Value}</ins> ");
        }
        html.Write(
            $"<span>{line.By ?? words["someone"]}, <time datetime=\"{CorrectionLine.Instant(line.At)}\">{CorrectionLine.Instant(line.At)}</time></span> "
        );
        html.Write($"<em>{words.Of("outcome", ContractValues.Word(outcome.Kind))}</em>");
        if (line.Note is { } note)
        {
            html.Write($" <q>{note}</q>");
        }
        if (outcome.Kind is not (OutcomeKind.Undone or OutcomeKind.Superseded) && line.Action != CorrectionAction.Undo)
        {
            html.Write(
                $" <button type=\"button\" class=\"quiet\" data-do=\"undo-line\" data-line=\"{line.Id}\">{words["undo"]}</button>"
            );
        }
        html.Write($"</li>");
    }

    private static void Select(
        HtmlWriter html,
        PageWords words,
        string field,
        IReadOnlyList<string> values,
        string current,
        IndicatorRecord record
    )
    {
        html.Write($"<label>{words.Of("field", field)}<select data-field=\"{field}\">");
        foreach (var value in values)
        {
            Option(html, value, value.Length == 0 ? "—" : words.Of(field, value), value == current);
        }
        html.Write($"</select>");
        WriteMachine(html, record, field, words);
        html.Write($"</label>");
    }

    internal static void Option(HtmlWriter html, string value, string text, bool isCurrent)
    {
        html.Write($"<option value=\"{value}\"");
        if (isCurrent)
        {
            html.Write($" selected");
        }
        html.Write($">{text}</option>");
    }
}
