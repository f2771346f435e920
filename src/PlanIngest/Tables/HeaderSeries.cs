using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>
/// Which words of a header name another measure (占比, 在岗人数 in a table of bodies) and which only tell a column from
/// its neighbours (方案1, 城镇).
/// </summary>
internal static class HeaderSeries
{
    public static IReadOnlyList<Column> Tell(Column[] columns, TableShape shape)
    {
        if (shape == TableShape.Indicators)
        {
            for (var index = 0; index < columns.Length; index++)
            {
                columns[index] = columns[index].Role.IsValue() ? AsSeries(columns[index]) : columns[index];
            }
            MeasuresByUnit(columns);
            KeepWhereNeeded(columns);
        }
        else
        {
            GiveMeasures(columns, shape);
        }
        return columns;
    }

    /// <summary>产量（吨） beside 产值（万元）: columns of different units are different measures of the row.</summary>
    private static void MeasuresByUnit(Column[] columns)
    {
        bool IsOwn(Column column) =>
            column is { Unit: not null, Rests.Count: > 0, Role: not (ColumnRole.Change or ColumnRole.Measure) }
            && column.Role.IsValue();
        if (columns.Where(IsOwn).Select(column => column.Unit!.Value.Unit).Distinct().Count() < 2)
        {
            return;
        }
        for (var index = 0; index < columns.Length; index++)
        {
            if (IsOwn(columns[index]))
            {
                columns[index] = columns[index] with
                {
                    Measure = columns[index].Rests.Aggregate(Words.Together),
                    Rests = [],
                };
            }
        }
    }

    /// <summary>
    /// Of places all header words make the measure (城镇 over 参保人数). Of years the outermost level is a group, unless
    /// the words under it need it to be told apart.
    /// </summary>
    private static void GiveMeasures(Column[] columns, TableShape shape)
    {
        var words = new List<string>[columns.Length];
        var left = -1;
        for (var index = 0; index < columns.Length; index++)
        {
            if (!columns[index].Role.IsValue())
            {
                continue;
            }
            words[index] = Measures(columns[index]);
            if (columns[index].Role == ColumnRole.Change && left >= 0 && Leads(words[index], words[left]))
            {
                words[index] = words[left];
            }
            words[index].Remove(AmongThem);
            if (columns[index].Path is [.., { IsCondition: true } circumstance])
            {
                words[index].Clear();
                columns[index] = columns[index] with { Series = circumstance.Words };
            }
            if (left >= 0 && (columns[index].Path is [{ IsPart: true }] || IsAmongThem(columns[index])))
            {
                words[index] = [.. words[left], .. words[index]];
            }
            left = left >= 0 && IsPart(columns[index]) ? left : index;
        }
        var summed = Summed(words);
        var alike = words
            .Where(list => list is { Count: 2 })
            .GroupBy(list => list[1])
            .Where(group => group.Select(list => list[0]).Distinct().Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < columns.Length; index++)
        {
            if (words[index] is { Count: > 0 } list)
            {
                var grouped =
                    list.Count > 1
                    && (
                        summed.Contains(list[0])
                        || shape == TableShape.Years
                            && !IsPart(columns[index])
                            && !(list.Count == 2 && (alike.Contains(list[1]) || IsCounted(list)))
                    );
                columns[index] = columns[index] with
                {
                    Measure = list.Skip(grouped ? 1 : 0).Aggregate(Words.Together),
                    Group = grouped ? list[0] : null,
                };
            }
        }
    }

    /// <summary>
    /// 在校人数 over 中专: what is counted stands in the group, and the word under it is only whose. Not: 人口总数 over
    /// 出生率, 产值 over 农业总产值, where the word under it says itself what it is.
    /// </summary>
    private static bool IsCounted(List<string> list) =>
        MeasureEnds.Contains(list[0][^1]) && !MeasureEnds.Contains(list[1][^1]);

    private const string MeasureEnds = "数量额值率";

    private const string AmongThem = "其中";

    /// <summary>男性 under 其中, right of 总人口; 其中：男性.</summary>
    private static bool IsPart(Column column) => column.Path is [.., { IsPart: true }] || IsAmongThem(column);

    private static bool IsAmongThem(Column column) => column.Path is [{ Folded: AmongThem }, _, ..];

    /// <summary>
    /// 株主資本 over 資本金, 利益剰余金 and 株主資本合計: the group has a total that bears its name, so what stands beside
    /// it are items with names of their own. Not: 参保人数 over 城镇, 农村 and 合计.
    /// </summary>
    private static HashSet<string> Summed(List<string>[] words) =>
        words
            .Where(list =>
                list is { Count: 2 }
                && list[1].StartsWith(list[0], StringComparison.Ordinal)
                && list[1][list[0].Length..] is "合計" or "合计" or "总计" or "小计" or "計"
            )
            .Select(list => list[0])
            .ToHashSet(StringComparer.Ordinal);

    private static bool Leads(List<string> few, List<string> many) =>
        few.Count <= many.Count && few.SequenceEqual(many.Take(few.Count));

    private static List<string> Measures(Column column)
    {
        var words = Rests(column);
        if (column.Role == ColumnRole.Measure)
        {
            // 任务完成量占比: what the wording leaves over is in it.
            var own = Measured(column.Path[^1]);
            words.RemoveAll(word => own.Contains(word, StringComparison.Ordinal));
            words.Add(own);
        }
        else if (
            words.Count > 0
            && column.Path is [.., { Folded: "数量" or "金额" } counted]
            && Array.Exists(KindWords, words[^1].EndsWith)
        )
        {
            // 数量 under 股份种类, beside the kinds themselves.
            words.Add(counted.Folded);
        }
        else if (
            words.Count == 0
            && column.Role == ColumnRole.Value
            && column.Path is [.., { Folded.Length: > 0 } own]
            && !TwoPart.IsHeader(own)
        )
        {
            words.Add(own.Folded);
        }
        return words;
    }

    private static readonly string[] KindWords = ["种类", "类别", "类型", "情况"];

    /// <summary>The header words left when role, period and unit are taken out, outermost first.</summary>
    private static List<string> Rests(Column column)
    {
        var rests = new List<string>();
        foreach (var cell in column.Path)
        {
            if (cell.Rest.Length > 0 && !rests.Contains(cell.Rest) && !TwoPart.IsHeader(cell))
            {
                rests.Add(cell.Rest);
            }
        }
        return rests;
    }

    private static Column AsSeries(Column column)
    {
        var rests = Rests(column);
        if (column.Role == ColumnRole.Measure)
        {
            var own = column.Path[^1];
            return column with { Measure = Measured(own) };
        }
        return column with { Rests = rests };
    }

    /// <summary>占比, 预算数为上年执行数的%: the header cell's own words.</summary>
    private static string Measured(HeaderCell cell) => cell.Folded;

    /// <summary>
    /// Only columns alike in role, period and measure need words of their own to be told apart, and of those only the
    /// words they do not share.
    /// </summary>
    private static void KeepWhereNeeded(Column[] columns)
    {
        var alike = columns
            .Where(column => column.Role.IsValue())
            .GroupBy(column => (column.Speaks, column.Period, column.Measure, column.Role == ColumnRole.Change))
            .Where(group => group.Count() > 1);
        foreach (var group in alike)
        {
            var shared = group.Select(column => column.Rests).Aggregate((one, other) => [.. one.Intersect(other)]);
            foreach (var column in group)
            {
                var own = column.Rests.Except(shared).ToArray();
                columns[column.Index] = column with { Series = WordsOf(string.Join(' ', own)) };
            }
            var bare = group.Where(column => columns[column.Index].Series is null).ToArray();
            foreach (var column in bare.Length > 1 ? bare : [])
            {
                // 期末余额 beside 期初余额: known wordings of one role.
                columns[column.Index] = column with
                {
                    Series = column.Path is [.., var own] ? WordsOf(own.Folded) : null,
                };
            }
        }
    }

    /// <summary>A heading of brackets and blanks alone has none.</summary>
    private static string? WordsOf(string heading) => string.IsNullOrWhiteSpace(heading) ? null : heading;
}
