using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// One way to give cells that stand one a line to the columns of a header: how many each column takes, and what it costs
/// in cells that are missing or broken over lines. A row as it should be costs nothing.
/// </summary>
internal sealed record UnevenRow(int Start, int End, int Cost, IReadOnlyList<int> Taken)
{
    private const int LongestName = 40;
    private const int LongestGoal = 20;
    private const int LongestUnit = 8;

    // What is out of the way costs: a new group and a name over two lines alike, for where both fit nobody knows; a goal
    // in words a little; a cell that is missing most, whichever it is.
    private const int GroupCost = 2;
    private const int BrokenCost = 2;
    private const int GoalCost = 1;
    private const int PartCost = 1;
    private const int UnknownUnitCost = 1;
    private const int MissingCost = 5;

    /// <summary>A row of which more is amiss is none; the search must not try every subset of many columns.</summary>
    private const int MostCost = 12;

    /// <summary>Every way a row with a number, or a part without one, may begin at a cell.</summary>
    /// <param name="number">The number it has to have; 1 too where a group begins.</param>
    /// <param name="isFirst">Groups have to begin in the first row.</param>
    /// <param name="restarts">A heading stands before it.</param>
    /// <param name="inParts">The row before it has no number: others like it may follow.</param>
    public static List<UnevenRow> At(
        TextLines lines,
        IReadOnlyList<CellLine> cells,
        UnevenHeader header,
        int start,
        int number,
        bool isFirst,
        bool restarts,
        bool inParts
    )
    {
        var found = new List<UnevenRow>();
        var taken = new int[header.Columns];
        Take(0, start, 0);
        return found;

        void Take(int column, int at, int cost)
        {
            if (column == header.Columns)
            {
                found.Add(new UnevenRow(start, at, cost, [.. taken]));
                return;
            }
            for (var count = 0; count <= 2; count++)
            {
                if (at + count <= cells.Count && CostOf(column, at, count) is { } more && cost + more <= MostCost)
                {
                    taken[column] = count;
                    Take(column + 1, at + count, cost + more);
                }
            }
            taken[column] = 0;
        }

        int? CostOf(int column, int at, int count) =>
            header.Kinds[column] switch
            {
                UnevenKind.Group => count == 0
                    ? isFirst
                        ? MissingCost
                        : 0
                    : count == 1 && IsName(Cell(at)) && !IsBody(Cell(at))
                        ? isFirst
                            ? 0
                            : GroupCost
                        : null,
                UnevenKind.Ordinal => count == 1
                    ? IsNumber(column, at)
                        ? 0
                        : null
                    : count == 1 || at >= cells.Count
                        ? null
                        : IsPart(Cell(at))
                            ? 0
                            : inParts && IsName(Cell(at))
                                ? PartCost
                                : null,
                UnevenKind.Name => count == 0
                || !IsName(Cell(at))
                || count == 2 && !(MayBreak(at) && IsName(Cell(at + 1)))
                    ? null
                : count == 2 ? BrokenCost
                : 0,
                UnevenKind.Unit => count == 0 ? MissingCost
                : count == 2 ? null
                : IsUnit(Cell(at)) ? 0
                : Cell(at).Length <= LongestUnit && IsName(Cell(at)) && !IsBody(Cell(at)) ? UnknownUnitCost
                : null,
                UnevenKind.Value => count == 0 ? MissingCost
                : count == 2 ? null
                : IsValue(Cell(at)) ? 0
                : IsGoal(Cell(at)) ? GoalCost
                : null,
                UnevenKind.Nature => count == 0 ? MissingCost
                : count == 1 && DialectWords.IsNature(Cell(at)) ? 0
                : null,
                UnevenKind.Office => count == 0 ? MissingCost
                : !IsName(Cell(at)) || count == 2 && !(IsName(Cell(at + 1)) && IsBody(Cell(at + 1))) ? null
                : count == 2 ? BrokenCost
                : 0,
                _ => count == 0 ? 0
                : count == 1 && CellWords.IsMissing(Cell(at)) ? 0
                : count == 1 && IsName(Cell(at)) ? GoalCost
                : null,
            };

        bool IsNumber(int column, int at)
        {
            var found = CellWords.Ordinal(Cell(at));
            return found == number || found == 1 && (restarts || taken.AsSpan(0, column).ContainsAnyExcept(0));
        }

        // 水体比例（%）: behind its unit a name is over.
        bool MayBreak(int at) => header.MayBreakNames && Cell(at)[^1] is not (')' or '）');

        ReadOnlySpan<char> Cell(int at) => lines.Slice(cells[at].Span);
    }

    /// <summary>The first of the cells a column takes, and how many.</summary>
    public (int First, int Count) Place(int column) => (Start + Taken.Take(column).Sum(), Taken[column]);

    /// <summary>The cell of the row's number; -1 without one.</summary>
    public int Ordinal(UnevenHeader header)
    {
        for (var column = 0; column < header.Columns; column++)
        {
            if (header.Kinds[column] == UnevenKind.Ordinal && Taken[column] == 1)
            {
                return Place(column).First;
            }
        }
        return -1;
    }

    private static bool IsPart(ReadOnlySpan<char> cell) => cell.StartsWith("其中") || cell[0] is '#' or '—';

    private static bool IsName(ReadOnlySpan<char> cell)
    {
        var letters = 0;
        foreach (var c in cell)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }
        return cell.Length <= LongestName
            && letters > 1
            && !IsUnit(cell)
            && !DialectWords.IsNature(cell)
            && !(CellWords.IsFigure(cell) && letters < 3);
    }

    private static bool IsUnit(ReadOnlySpan<char> cell) => CellWords.IsMissing(cell) || DialectWords.IsUnitWord(cell);

    private static bool IsValue(ReadOnlySpan<char> cell) => CellWords.IsMissing(cell) || CellWords.IsFigure(cell);

    private static bool IsGoal(ReadOnlySpan<char> cell) => cell.Length <= LongestGoal && IsName(cell) && !IsBody(cell);

    /// <summary>县统计局 answers for the row before it; it heads no group.</summary>
    private static bool IsBody(ReadOnlySpan<char> cell) => "局委办厅部处科股室院站所队司团会府中心".Contains(cell[^1]);
}
