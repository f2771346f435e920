using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A row a line, its cells parted by single blanks, as words copied out of a page stand:
/// <c>指标 单位 2020年 2025年 属性</c> over <c>每千人口床位数 张 7.38 7.5 预期性</c>. The columns behind the names are
/// counted from the right, so that a name may hold blanks itself. A row that can be cut in no or in several ways is left
/// out and said; among groups, which later rows inherit, it makes the table unreadable.
/// </summary>
public sealed class WordRowsDialect : ITableDialect
{
    private const int FewestRows = 2;
    private const int LongestLine = 200;

    public DialectReading Read(TextLines lines, int line)
    {
        if (WordRowsHeader.Read(lines, Words(lines, line)) is not { } header)
        {
            return new DialectReading([], line + 1);
        }
        var draft = new TableDraft { Inferred = true };
        draft.AddRow(header.Cells, header: true);
        var (rows, figures, last) = (0, 0, line);
        var odd = new List<int>();
        var at = line + 1;
        for (; at < lines.Count; at++)
        {
            var words = Words(lines, at);
            if (words.Count == 0 && lines.IsBlank(at) && at == last + 1)
            {
                continue;
            }
            if (PageBreak.IsStray(lines.Slice(lines.Trimmed(at))) || IsSame(lines, words, header.Cells))
            {
                last = at;
                continue;
            }
            if (words.Count == 1 && IsSection(lines, at, header))
            {
                draft.AddRow(words);
            }
            else if (words.Count >= header.Behind && header.Cut(lines, words) is { } row)
            {
                draft.AddRow(row);
                rows++;
                figures += row.Skip(header.Name + 1).Any(cell => IsValue(lines.Slice(cell))) ? 1 : 0;
            }
            else if (words.Skip(1).Any(word => IsValue(lines.Slice(word))))
            {
                odd.Add(at);
            }
            else
            {
                break;
            }
            last = at;
        }
        if (rows < FewestRows || figures * 2 < rows)
        {
            return new DialectReading([], line + 1);
        }
        draft.Region = Span.Between(lines[line].Start, lines[last].End);
        foreach (var bad in odd)
        {
            var finding = Unsure(lines, bad, draft.Region, header.HasGroups);
            if (header.HasGroups)
            {
                draft.Refuse(finding);
                break;
            }
            draft.Report(finding);
        }
        return new DialectReading([draft], last + 1);
    }

    private static Finding Unsure(TextLines lines, int line, Span table, bool whole) =>
        new(
            Severity.Warning,
            whole ? "table-unreadable" : "table-row-contradicts",
            $"The columns are parted by single blanks, and this row can be cut in no or in several ways: “{lines.Slice(lines.Trimmed(line))}”; enter "
                + (whole ? "the table" : "it")
                + " by hand, or part the columns by tabs.",
            whole ? table : lines.Trimmed(line)
        );

    /// <summary>The header again, behind a page break.</summary>
    private static bool IsSame(TextLines lines, List<Span> words, IReadOnlyList<Span> header) =>
        words.Count == header.Count
        && words.Zip(header).All(pair => lines.Slice(pair.First).SequenceEqual(lines.Slice(pair.Second)));

    private static bool IsValue(ReadOnlySpan<char> cell) => CellWords.IsFigure(cell);

    /// <summary>A line of one word over a row: 一、健康水平.</summary>
    private static bool IsSection(TextLines lines, int line, WordRowsHeader header) =>
        line + 1 < lines.Count
        && lines[line].Length <= 30
        && ListMark.Read(lines.Slice(lines.Trimmed(line)))
            is { Kind: ListMarkKind.Chinese or ListMarkKind.ChineseInBrackets }
        && Words(lines, line + 1).Count > header.Behind;

    /// <summary>The words of a line; none where it is a sentence, or has marks of its own between its cells.</summary>
    public static List<Span> Words(TextLines lines, int line)
    {
        var span = lines.Trimmed(line);
        var text = lines.Slice(span);
        var words = new List<Span>();
        if (text.Length is 0 or > LongestLine || text.ContainsAny('\t', '|') || text.ContainsAny('。', '；'))
        {
            return words;
        }
        for (var from = 0; from < text.Length; )
        {
            var end = from;
            while (end < text.Length && !TextLines.IsSpace(text[end]))
            {
                end++;
            }
            if (end > from)
            {
                words.Add(new Span(span.Start + from, end - from));
            }
            from = end + 1;
        }
        return words;
    }
}
