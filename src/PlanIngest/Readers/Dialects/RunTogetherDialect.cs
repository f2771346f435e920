using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A table run together without any delimiter:
/// <c>指标2005年2010年增减情况1化学需氧量排放总量（万吨）14141270-10%2二氧化硫…</c>. Read only when every row can be cut in
/// one way; else it is said to be unreadable and stays text.
/// </summary>
public sealed class RunTogetherDialect : ITableDialect
{
    internal const string Trigger = "指标";

    /// <summary>A title stands right before the header, behind the sentence before it.</summary>
    private const int LongestCaption = 60;

    public DialectReading Read(TextLines lines, int line)
    {
        var span = lines[line];
        var tables = new List<TableDraft>();
        var next = line + 1;
        var unreadable = false;
        for (var at = span.Start; at < span.End; )
        {
            var found = lines.Text.AsSpan(at, span.End - at).IndexOf(Trigger);
            if (found < 0)
            {
                break;
            }
            at += found;
            if (RunTogetherHeader.Read(lines.Text, span.Start, at) is not { } header)
            {
                unreadable |= RunTogetherHeader.IsHeader(lines.Slice(span), at - span.Start);
                at += Trigger.Length;
                continue;
            }
            var draft = Draft(lines, header);
            draft.Caption = Caption(lines, span.Start, header.Start);
            tables.Add(draft);
            next = lines.LineOf(draft.Region.End) + 1;
            at = Math.Max(draft.Region.End, at + Trigger.Length);
        }
        return new DialectReading(tables.Count == 0 && unreadable ? [Unreadable(span)] : tables, next);
    }

    /// <summary>A header run together with its rows, other than those that can be cut.</summary>
    private static TableDraft Unreadable(Span line)
    {
        var draft = new TableDraft { Region = line };
        draft.Refuse(
            new Finding(
                Severity.Warning,
                "table-unreadable",
                "A table is run together without delimiters, and its cells cannot be told; enter it by hand.",
                line
            )
        );
        return draft;
    }

    private static TableDraft Draft(TextLines lines, RunTogetherHeader header)
    {
        var end = lines[lines.LineOf(header.End)].End;
        var draft = new TableDraft { Inferred = true };
        var names = header.HasOrdinal ? 0 : 1;
        foreach (var (at, cell) in header.Cells.Index())
        {
            var span = at == 0 && !header.HasOrdinal ? 2 : 1;
            draft.Add(
                new Cell(0, at == 0 ? 0 : at + names, cell)
                {
                    ColumnSpan = span,
                    Inferred = span > 1,
                    Header = true,
                }
            );
        }
        var row = 0;
        for (var start = header.End; ; row++)
        {
            if (RunTogetherRow.Read(lines.Text, start, end, row + 1, header) is not { } cut)
            {
                break;
            }
            foreach (var (column, cell) in cut.Cells.Index())
            {
                draft.Add(new Cell(row + 1, column, cell) { Inferred = column > 1 });
            }
            draft.Region = Span.Between(header.Start, cut.End);
            start = cut.End;
            if (cut.IsLast)
            {
                return draft;
            }
        }
        draft.Region = Span.Between(header.Start, end);
        draft.Refuse(
            new Finding(
                Severity.Warning,
                "table-unreadable",
                $"A table is run together without delimiters, and row {row + 1} can be cut in no or in several ways; enter it by hand.",
                draft.Region
            )
        );
        return draft;
    }

    private static Span? Caption(TextLines lines, int lineStart, int start)
    {
        var before = lines.Text.AsSpan(lineStart, start - lineStart);
        var from = lineStart + before.LastIndexOf('。') + 1;
        var caption = lines.Trim(Span.Between(from, start));
        return caption.Length is 0 or > LongestCaption ? null : caption;
    }
}
