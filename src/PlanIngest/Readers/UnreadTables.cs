using System.Buffers;
using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Stretches of text that look like a table though no dialect read one, so that nobody has to wonder what became of
/// their figures; they are not read as sentences. Three shapes tell: a run of short lines, many of them figures (cells
/// that stand one a line), lines that each begin with words or a year and go on in figures (rows whose columns cannot
/// be told), and words with several figures grown together behind them (<see cref="GrownFigures"/>).
/// </summary>
internal static class UnreadTables
{
    private const int LongestCell = 30;
    private const int FewestCells = 12;
    private const int FewestFigures = 5;

    /// <summary>Of the lines of a run one in so many must be a figure: a list with two numbers in it is no table.</summary>
    private const int LinesToAFigure = 4;
    private const int FewestRows = 3;

    /// <summary>So many figures without a word before them are the row of a wide table.</summary>
    private const int FewestAlone = 20;
    private const int MostFindings = 20;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；，：！？;!?、");
    private static readonly SearchValues<char> Gaps = SearchValues.Create(" \t\u3000|｜");

    /// <summary>
    /// Looks at lines that are in no table. Finds 指标 / 2020年 / 床位数 / 7.38 / 7.5 … one a line, and 床位数 7.38 7.5
    /// three lines long; refuses a list of contents (总则 1 / 目标 3 / 保障 8: figures that only grow) and sentences.
    /// </summary>
    public static List<Finding> In(TextLines lines, int from, int to)
    {
        var found = new List<Finding>();
        var cells = new Run();
        var rows = new Run();
        for (var line = from; line <= to && found.Count < MostFindings; line++)
        {
            var span = line < to ? lines.Trimmed(line) : default;
            if (line < to && span.IsEmpty)
            {
                continue;
            }
            var text = lines.Slice(span);
            var grown = GrownFigures.Count(text);
            var isRow = grown > 0 || IsRow(text);
            if (isRow)
            {
                rows.Add(span, text[(text.LastIndexOfAny(Gaps) + 1)..], grown);
            }
            else
            {
                if (rows.LookLikeRows)
                {
                    found.Add(Finding(rows.Span, $"{rows.Lines} lines of words and then figures"));
                }
                rows = new Run();
            }
            if (!isRow && IsCell(text))
            {
                cells.Add(span, text);
            }
            else
            {
                if (cells.LookLikeCells)
                {
                    found.Add(Finding(cells.Span, $"{cells.Lines} short lines, {cells.Figures} of them figures,"));
                }
                cells = new Run();
            }
        }
        return found;
    }

    private static bool IsCell(ReadOnlySpan<char> line) =>
        line.Length is > 0 and <= LongestCell && !SentenceEnds.Contains(line[^1]);

    /// <summary>床位数 张 7.38 7.5, 1978 123.3 457.7; refuses 第一章 总则 1, 2025 年 3 月 1 日.</summary>
    private static bool IsRow(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || SentenceEnds.Contains(line[^1]) || line.ContainsAny('。', '；'))
        {
            return false;
        }
        var (words, figures, last) = (0, 0, false);
        foreach (var range in line.SplitAny(Gaps))
        {
            var token = line[range].Trim();
            if (token.IsEmpty)
            {
                continue;
            }
            last =
                CellWords.IsFigure(token) && (words + figures > 0 || !IsYear(token))
                || words + figures > 0 && CellWords.IsMissing(token);
            if (last)
            {
                figures++;
            }
            else if (figures > 0)
            {
                return false;
            }
            else
            {
                words++;
            }
        }
        return last && (words is > 0 and <= 4 && figures >= 2 || words == 0 && figures >= FewestAlone);
    }

    private static bool IsYear(ReadOnlySpan<char> token) => CellWords.Ordinal(token.TrimEnd('年')) is > 1900 and < 2100;

    private static Finding Finding(Span span, string what) =>
        new(
            Severity.Warning,
            "table-unreadable",
            $"{what} look like a table, but not like one whose columns can be told; enter it by hand, or give it as a spreadsheet.",
            span
        );

    /// <summary>Lines that follow one another, blank ones aside.</summary>
    private sealed class Run
    {
        private int greatest = int.MinValue;
        private int grown;

        public Span Span { get; private set; }

        public int Lines { get; private set; }

        public int Figures { get; private set; }

        public bool LookLikeCells =>
            Lines >= FewestCells
            && Figures >= FewestFigures
            && Figures * LinesToAFigure >= Lines
            && Figures < Lines
            && !OnlyGrow;

        /// <summary>One line is enough where it holds several rows.</summary>
        public bool LookLikeRows => Grown >= FewestRows || Lines >= FewestRows && !OnlyGrow;

        private int Grown { get; set; }

        /// <summary>Its figures are whole and each is above the one before, as numbers of pages are.</summary>
        private bool OnlyGrow => grown == Figures;

        public void Add(Span line, ReadOnlySpan<char> last, int several = 0)
        {
            Grown += several;
            Span = Lines == 0 ? line : PlanIngest.Model.Span.Between(Span.Start, line.End);
            Lines++;
            if (!CellWords.IsFigure(last))
            {
                return;
            }
            Figures++;
            var number = CellWords.Ordinal(last);
            grown += number > greatest ? 1 : 0;
            greatest = Math.Max(greatest, number);
        }
    }
}
