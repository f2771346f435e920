using System.Runtime.InteropServices;
using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>Reads what one whole table cell states.</summary>
internal static class CellReader
{
    public static IReadOnlyList<QuantityMention> Read(string text, Span cell)
    {
        cell = Trim(text, cell);
        if (cell.IsEmpty || ContextWords.Missing.Is(text, cell.Start, cell.End))
        {
            return [];
        }
        var inner = Unwrap(text, cell);
        var found = new List<QuantityMention>(1);
        if (ReadPhrase(text, inner, found) || ReadWords(text, inner, found))
        {
            return found;
        }
        return QuantityReader.FindAll(text, inner) is { Count: > 0 } mentions ? mentions : ReadGoal(text, inner);
    }

    /// <summary>A phrase that is all of the cell but for footnote marks and brackets behind it, which are read too.</summary>
    private static bool ReadPhrase(string text, Span cell, List<QuantityMention> found)
    {
        var tokens = new List<Token>(2);
        new Lexer(text, cell.Start, cell.End, prose: false).Read(tokens);
        var all = CollectionsMarshal.AsSpan(tokens);
        if (all.Length == 0 || all[0].Start != cell.Start)
        {
            return false;
        }
        if (Bounds.Read(text, cell, all, out var bounds))
        {
            if (bounds is not null)
            {
                found.Add(new QuantityMention(cell, bounds, "bounds") { Core = cell });
            }
            return true;
        }
        var length = QuantityReader.MatchAt(text, all, 0, out var read, out var rule);
        if (length == 0)
        {
            return false;
        }
        var end = SkipMarks(text, all[length - 1].End, cell.End);
        while (length < all.Length && all[length].Kind == TokenKind.Cover && all[length].Start == end)
        {
            end = SkipMarks(text, all[length].End, cell.End);
            length++;
        }
        var opens = end < cell.End && Letters.Fold(text[end]) is '(' or '[' or '【';
        if (end < cell.End && !opens)
        {
            return false;
        }
        found.Add(QuantityReader.Mention(text, cell, all[..length], read!, rule!, prose: false));
        if (opens)
        {
            found.AddRange(QuantityReader.FindAll(text, Span.Between(end + 1, cell.End)));
        }
        return true;
    }

    private static bool ReadWords(string text, Span cell, List<QuantityMention> found)
    {
        if (References.ReadCell(text, cell) is { } reference)
        {
            found.Add(new QuantityMention(cell, reference, "reference") { Core = cell });
        }
        else if (Grades.IsCode(text.AsSpan(cell.Start, cell.Length)))
        {
            var grade = new Quantity { Kind = QuantityKind.Grade, Words = QuantityReader.Words(text, cell) };
            found.Add(new QuantityMention(cell, grade, "grade-code") { Core = cell });
        }
        return found.Count > 0;
    }

    /// <summary>A goal in words: 同比例提高, 稳中有降, 完成国家下达任务. Other words of a cell are no quantity.</summary>
    private static IReadOnlyList<QuantityMention> ReadGoal(string text, Span cell) =>
        ContextWords.Goals.StandsIn(text, cell.Start, cell.End)
            ?
            [
                new QuantityMention(
                    cell,
                    new Quantity { Kind = QuantityKind.Text, Words = QuantityReader.Words(text, cell) },
                    "goal-in-words"
                )
                {
                    Core = cell,
                },
            ]
            : [];

    private static int SkipMarks(ReadOnlySpan<char> text, int at, int end)
    {
        at = Letters.SkipBlanks(text, at, end);
        while (at < end && ContextWords.Marks.Match(text, at, end, out _) is > 0 and var next)
        {
            at = Letters.SkipBlanks(text, next, end);
        }
        return at;
    }

    /// <summary>[13.5] and （6） are the number: brackets around all of a cell mark it as cumulative or a note.</summary>
    private static Span Unwrap(string text, Span cell)
    {
        var (open, close) = (Letters.Fold(text[cell.Start]), Letters.Fold(text[cell.End - 1]));
        return cell.Length > 2 && (open, close) is ('[', ']') or ('(', ')') or ('【', '】') or ('〔', '〕')
            ? Trim(text, Span.Between(cell.Start + 1, cell.End - 1))
            : cell;
    }

    private static Span Trim(ReadOnlySpan<char> text, Span span)
    {
        var start = Letters.SkipBlanks(text, span.Start, span.End);
        var end = span.End;
        while (end > start && Letters.IsBlank(text[end - 1]))
        {
            end--;
        }
        return Span.Between(start, end);
    }
}
