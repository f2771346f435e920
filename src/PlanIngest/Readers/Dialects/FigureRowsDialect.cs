using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A row a line, its cells parted by single blanks, every row of the same number of words: a place or a year and then
/// figures, under a header of as many words (<see cref="FigureRowsHeader"/>). <c>县区 合计 造林</c> over <c>东河区 6.2 2.1</c>.
/// A row of another number of words makes the table unreadable.
/// </summary>
public sealed class FigureRowsDialect : ITableDialect
{
    private const int FewestRows = 3;
    private const int Narrowest = 3;
    private const int MostHeads = 6;

    public DialectReading Read(TextLines lines, int line)
    {
        if (WordRowsDialect.Words(lines, line).Count < 2)
        {
            return new DialectReading([], line + 1);
        }
        for (var heads = 1; heads <= MostHeads && line + heads < lines.Count; heads++)
        {
            var words = WordRowsDialect.Words(lines, line + heads);
            if (!IsRow(lines, words))
            {
                if (words.Count == 0)
                {
                    break;
                }
                continue;
            }
            return FigureRowsHeader.Read(lines, line, heads, words.Count) is { } header
                ? Table(lines, line, heads, header)
                : new DialectReading([], line + 1);
        }
        return new DialectReading([], line + 1);
    }

    private static DialectReading Table(TextLines lines, int line, int heads, FigureRowsHeader header)
    {
        var draft = new TableDraft { Inferred = true };
        header.AddTo(draft);
        var (rows, last) = (0, line);
        for (var at = line + heads; at < lines.Count; at++)
        {
            var words = WordRowsDialect.Words(lines, at);
            if (words.Count == 0 && lines.IsBlank(at) && at == last + 1)
            {
                continue;
            }
            if (!IsRow(lines, words))
            {
                break;
            }
            last = at;
            if (words.Count != header.Columns)
            {
                draft.Refuse(Odd(lines, at));
            }
            draft.AddRow(words);
            rows++;
        }
        if (rows < FewestRows)
        {
            return new DialectReading([], line + 1);
        }
        draft.Region = Span.Between(lines[line].Start, lines[last].End);
        return new DialectReading([draft], last + 1);
    }

    private static Finding Odd(TextLines lines, int line) =>
        new(
            Severity.Warning,
            "table-unreadable",
            $"The columns are parted by single blanks, and this row has not as many words as the header: “{lines.Slice(lines.Trimmed(line))}”; enter the table by hand, or part the columns by tabs.",
            lines.Trimmed(line)
        );

    /// <summary>东河区 6.2 — 1.6, 1978 123.30 457.70; refuses 2025 年 3 月, words among the figures.</summary>
    private static bool IsRow(TextLines lines, List<Span> words)
    {
        if (words.Count < Narrowest)
        {
            return false;
        }
        var first = lines.Slice(words[0]);
        var figures = words.Skip(1).Count(word => CellWords.IsFigure(lines.Slice(word)));
        return figures > 0
            && (!CellWords.IsFigure(first) || IsYear(first))
            && words.Skip(1).All(word => IsValue(lines.Slice(word)));
    }

    public static bool IsYear(ReadOnlySpan<char> word) => CellWords.Ordinal(word.TrimEnd('年')) is > 1900 and < 2100;

    private static bool IsValue(ReadOnlySpan<char> word) =>
        CellWords.IsMissing(word) || CellWords.IsFigure(word) && !word.Contains('年');
}
