using System.Buffers;
using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Tables;

/// <summary>Reads the header cells over each column, outermost first, each taken apart once.</summary>
internal static class HeaderPaths
{
    public static IReadOnlyList<HeaderCell>[] Read(Grid grid, HeaderRows header, DocumentHead head)
    {
        var known = new Dictionary<int, HeaderCell>();
        var paths = new IReadOnlyList<HeaderCell>[grid.Columns];
        var translations = Enumerable
            .Range(header.Titles, header.Body - header.Titles)
            .Select(row => row > header.Titles && IsTranslation(grid, row))
            .ToArray();
        for (var column = 0; column < grid.Columns; column++)
        {
            var path = new List<HeaderCell>(header.Levels);
            for (var row = header.Titles; row < header.Body; row++)
            {
                var cell = Over(grid, header, row, column);
                if (translations[row - header.Titles] || grid.IsEmpty(cell) || path.Exists(above => above.Cell == cell))
                {
                    continue;
                }
                if (!known.TryGetValue(cell, out var read))
                {
                    known[cell] = read = ReadCell(grid, cell, head);
                }
                path.Add(read);
            }
            paths[column] = path;
        }
        SetConditionsApart(paths);
        return paths;
    }

    /// <summary>
    /// 大型车比例μ（%） over μ≤10 and 10＜μ≤20: the name and the unit are those of the circumstance, not of the figures.
    /// </summary>
    private static void SetConditionsApart(IReadOnlyList<HeaderCell>[] paths)
    {
        for (var column = 0; column < paths.Length; column++)
        {
            if (
                paths[column] is [.., var group, var own]
                && Conditions.Variable(own.Words) is { IsEmpty: false } variable
                && Conditions.EndsIn(group.Folded, variable)
            )
            {
                paths[column] =
                [
                    .. paths[column].SkipLast(2),
                    group with
                    {
                        Role = ColumnRole.None,
                        Unit = null,
                        Rest = "",
                        IsCondition = true,
                    },
                    own with
                    {
                        Role = ColumnRole.None,
                        Unit = null,
                        Rest = own.Words,
                        IsCondition = true,
                    },
                ];
            }
        }
    }

    /// <summary>
    /// Year, Population under 年份, 总人口: a row of words in letters, each under Chinese words, says them again. Not: GDP, CPI
    /// under 经济指标, which heads them all.
    /// </summary>
    private static bool IsTranslation(Grid grid, int row)
    {
        var pairs = 0;
        for (var column = 0; column < grid.Columns; column++)
        {
            var (above, own) = (grid.At(row - 1, column), grid.At(row, column));
            if (grid.IsEmpty(own) && grid.IsEmpty(above))
            {
                continue;
            }
            if (own == above || grid.IsEmpty(own) || grid.IsEmpty(above) || grid.Cells[above].ColumnSpan > 1)
            {
                return false;
            }
            var words = grid.Shown(own);
            if (ContainsWide(words) || !ContainsLetters(words) || !ContainsWide(grid.Shown(above)))
            {
                return false;
            }
            pairs++;
        }
        return pairs > 1;
    }

    private static bool ContainsWide(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (Words.IsWide(c) && char.IsLetter(c))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Three letters on end: more than a unit or a sign.</summary>
    private static bool ContainsLetters(ReadOnlySpan<char> words)
    {
        var run = 0;
        foreach (var c in words)
        {
            run = char.IsAsciiLetter(c) ? run + 1 : 0;
            if (run > 2)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// The header cell over a column in a row. Where no cell of the row is merged (text that lost its merges), an
    /// empty place over a lower level belongs to the cell left of it.
    /// </summary>
    private static int Over(Grid grid, HeaderRows header, int row, int column)
    {
        var cell = grid.At(row, column);
        if (row == header.Body - 1 || !grid.IsEmpty(cell) || HasMerged(grid, row))
        {
            return cell;
        }
        if (grid.IsEmpty(grid.At(row + 1, column)))
        {
            return cell;
        }
        var left = column;
        while (left > 0 && grid.IsEmpty(grid.At(row, left)))
        {
            left--;
        }
        return grid.IsEmpty(grid.At(row + 1, left)) ? cell : grid.At(row, left);
    }

    private static bool HasMerged(Grid grid, int row)
    {
        foreach (var cell in grid.Row(row))
        {
            if (cell != Grid.None && grid.Cells[cell].ColumnSpan > 1)
            {
                return true;
            }
        }
        return false;
    }

    private static HeaderCell ReadCell(Grid grid, int cell, DocumentHead head)
    {
        var document = grid.Document;
        var span = Words.Trim(document.Shown, grid.Cells[cell].Span);
        var periods = PeriodReader.FindAll(document.Shown, span, head, bareYears: true);
        PeriodMention? period = null;
        Period? basis = null;
        var compares = false;
        foreach (var mention in periods)
        {
            if (IsBasis(document, span, mention))
            {
                // 比上年: said by the words, not by a year.
                compares = true;
                basis = mention.Sense == PeriodSense.Relative ? null : mention.Period;
            }
            else
            {
                period = mention;
            }
        }
        var name = NameReader.Read(document, span);
        var words = Without(document, name.Span, periods);
        var unitLine = CaptionReader.UnitOf(document, span);
        if (unitLine is not null)
        {
            // 单位：% in the header's place: the unit, and no word of the column's own.
            words = "";
        }
        var folded = HeaderWords.Fold(words);
        if (folded.Length == 0 || folded.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            // 〔累计〕, （目标值）¹: what stands in the brackets is all it says.
            folded = HeaderWords.Fold(InBrackets(words)) is { Length: > 0 } inside ? inside : folded;
        }
        var unit = unitLine ?? name.Unit ?? PercentAtEnd(document, name.Span) ?? WholeUnit(document, span, folded);
        var (role, said) = HeaderWords.Find(folded);
        if (compares && role == ColumnRole.None && folded is ['比' or '较', ..])
        {
            // 2015年比2010年（%）, 较2020年下降（%）, 比上年±%: one year against another.
            (role, said) = (ColumnRole.Change, ..);
        }
        if (role == ColumnRole.Target && unit is { Unit: "%" } && folded is ['完' or '占' or '为', ..])
        {
            // 完成预算%, 占年初预算（%）: how much of a goal was reached.
            (role, said) = (ColumnRole.Measure, ..);
        }
        if (folded is "增加值" && period is { Period.IsInterval: true })
        {
            // “十三五”增加值 is what the plan adds; 工业增加值, or 增加值 of a year, is a product.
            (role, said) = (ColumnRole.Change, ..);
        }
        return new HeaderCell(cell, span)
        {
            Role = role,
            Period = period,
            Whole = period is { } when && IsWhole(document.Slice(when.Span)),
            Basis = basis,
            Unit = unit,
            Words = Words.Join(document.Shown, span),
            Folded = folded,
            IsPart = name.IsPart,
            Rest =
                unit is { } whole && whole.Span.Length >= span.Length - 2 || role == ColumnRole.Year
                    ? ""
                    : RestOf(words, folded, said, role),
        };
    }

    private static readonly SearchValues<char> Opening = SearchValues.Create("(（[［〔【");
    private static readonly SearchValues<char> Closing = SearchValues.Create(")）]］〕】");

    private static string InBrackets(string words)
    {
        var open = words.AsSpan().IndexOfAny(Opening);
        var close = words.AsSpan().LastIndexOfAny(Closing);
        return open >= 0 && close > open ? words[(open + 1)..close] : "";
    }

    /// <summary>比2020年增长, 较2015年: the year is what the change is counted from.</summary>
    private static bool IsBasis(Document document, Span cell, PeriodMention mention)
    {
        var before = mention.Span.Start - 1;
        while (before >= cell.Start && Words.IsSpace(document.Shown[before]))
        {
            before--;
        }
        return before >= cell.Start && document.Shown[before] is '比' or '较' or '対';
    }

    private static bool IsWhole(ReadOnlySpan<char> words) =>
        words.Contains("期间", StringComparison.Ordinal) || words.Contains("时期", StringComparison.Ordinal);

    private static string Without(Document document, Span span, IReadOnlyList<PeriodMention> periods)
    {
        var at = span.Start;
        var words = "";
        foreach (var mention in periods)
        {
            if (mention.Sense != PeriodSense.Relative && mention.Span.Start >= at && mention.Span.End <= span.End)
            {
                words = Words.Together(words, Words.Join(document.Shown, Span.Between(at, mention.Span.Start)));
                at = mention.Span.End;
            }
        }
        return Words.Together(words, Words.Join(document.Shown, Span.Between(at, span.End)));
    }

    /// <summary>增长率%, 比重％: the sign behind the words is the unit.</summary>
    private static UnitWords? PercentAtEnd(Document document, Span span) =>
        !span.IsEmpty && document.Shown[span.End - 1] is '%' or '％' or '‰'
            ? UnitReader.Declared(document, new Span(span.End - 1, 1))
            : null;

    /// <summary>A header cell that is a unit and nothing else: 亿元 under 总产值, （%） under 2025年比2020年.</summary>
    private static UnitWords? WholeUnit(Document document, Span span, string folded)
    {
        var bracketed =
            span.Length > 2
            && Opening.Contains(document.Shown[span.Start])
            && Closing.Contains(document.Shown[span.End - 1]);
        return folded.Length > 0 && HeaderWords.IsKnown(folded)
            ? null
            : UnitReader.Maybe(document, bracketed ? Span.Between(span.Start + 1, span.End - 1) : span);
    }

    /// <summary>What is left when the known wording is taken out: 城镇目标值 leaves 城镇.</summary>
    private static string RestOf(string words, string folded, Range said, ColumnRole role)
    {
        if (role == ColumnRole.None)
        {
            return Trimmed(words);
        }
        var (start, length) = said.GetOffsetAndLength(folded.Length);
        if (length == folded.Length)
        {
            return "";
        }
        var wording = folded.AsSpan(start, length);
        var at = words.AsSpan().IndexOf(wording, StringComparison.OrdinalIgnoreCase);
        var rest = at < 0 ? words : words.Remove(at, length);
        if (role is ColumnRole.Target or ColumnRole.Baseline or ColumnRole.Actual && rest is "量" or "数" or "值")
        {
            // 目标量, 完成数: how much of it, no measure of its own.
            return "";
        }
        foreach (var against in role == ColumnRole.Change ? Previous : [])
        {
            // 比上年增长: what it is counted from names no measure.
            rest = rest.Replace(against, "", StringComparison.Ordinal);
        }
        return Trimmed(rest);
    }

    private static readonly string[] Previous =
    [
        "比上年同期",
        "较上年同期",
        "比上年末",
        "比上年",
        "较上年",
        "比去年",
        "较去年",
        "同比",
    ];

    private static string Trimmed(string words) =>
        words.Replace("()", "", StringComparison.Ordinal).Replace("（）", "", StringComparison.Ordinal).Trim(TrimMarks);

    private static readonly char[] TrimMarks = [.. " 年:：、,，%％-—“”末的±"];
}
