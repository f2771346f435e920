namespace PlanIngest.Tables;

/// <summary>Finds the column that names the rows, and with it what a row is.</summary>
internal static class NameColumn
{
    /// <summary>Settles which column names the rows, and with it the shape; null where none does.</summary>
    public static TableShape? Settle(ColumnRole[] roles, IReadOnlyList<HeaderCell>[] paths, ColumnSample[] samples)
    {
        GiveNameToInner(roles, samples);
        var firstValue = Array.FindIndex(roles, role => role.IsValue());
        firstValue = firstValue < 0 ? roles.Length : firstValue;
        var name = Array.FindLastIndex(roles, role => role == ColumnRole.Name);
        var place = Array.IndexOf(roles, ColumnRole.Place);
        if (name >= 0)
        {
            // 项目 | 指标: the outer name is a group; a name behind the values is a remark.
            var named = Array.FindLastIndex(roles, Math.Max(0, firstValue - 1), role => role == ColumnRole.Name);
            name = named >= 0 ? named : name;
            for (var column = 0; column < roles.Length; column++)
            {
                if (column != name && roles[column] == ColumnRole.Name)
                {
                    roles[column] = column < name ? ColumnRole.Category : ColumnRole.Note;
                }
            }
            GiveUnnamedToGroups(roles, paths, samples, name);
            if (samples[name].IsPlaces && paths[name].All(cell => GeneralNames.Contains(cell.Folded)))
            {
                roles[name] = ColumnRole.Place;
                return TableShape.Places;
            }
            return TableShape.Indicators;
        }
        if (place >= 0)
        {
            for (var column = place + 1; column < roles.Length; column++)
            {
                if (roles[column] == ColumnRole.Place && column < firstValue)
                {
                    roles[place] = ColumnRole.Category;
                    place = column;
                }
            }
            return TableShape.Places;
        }
        if (
            Array.IndexOf(roles, ColumnRole.Year) is >= 0 and var years
            && years < firstValue
            && !HasWords(roles, samples, years + 1, firstValue)
        )
        {
            GiveUnnamedToGroups(roles, paths, samples, firstValue);
            return TableShape.Years;
        }
        return UnnamedColumn(roles, paths, samples, firstValue);
    }

    /// <summary>
    /// 考核指标 | 考核内容, where the left stands once for several of the right, which are as short as names: the right names
    /// the rows. Not: a name and its definition in each row.
    /// </summary>
    private static void GiveNameToInner(ColumnRole[] roles, ColumnSample[] samples)
    {
        for (var column = 0; column + 1 < roles.Length; column++)
        {
            var (outer, inner) = (samples[column], samples[column + 1]);
            if (
                roles[column] == ColumnRole.Name
                && roles[column + 1] is ColumnRole.Definition or ColumnRole.None
                && inner.Numbers == 0
                && inner.WordLength is > 0 and <= LongestName
                && outer.Words < inner.Words * TableSettings.SparseShare
            )
            {
                roles[column + 1] = ColumnRole.Name;
            }
        }
    }

    private const int LongestName = 20;

    /// <summary>Headers that name anything: places too.</summary>
    private static readonly HashSet<string> GeneralNames =
    [
        "名称",
        "项目",
        "name",
        "item",
        "наименование",
        "項目",
        "項目名",
    ];

    private static bool HasWords(ColumnRole[] roles, ColumnSample[] samples, int from, int to)
    {
        for (var column = from; column < to; column++)
        {
            if (roles[column] is ColumnRole.None or ColumnRole.Category && samples[column].Words > 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>No header says where the names are: the last column of words before the values holds them.</summary>
    private static TableShape? UnnamedColumn(
        ColumnRole[] roles,
        IReadOnlyList<HeaderCell>[] paths,
        ColumnSample[] samples,
        int firstValue
    )
    {
        for (var column = firstValue - 1; column >= 0; column--)
        {
            var role = roles[column];
            if (role is ColumnRole.None or ColumnRole.Category && samples[column].Words > 0)
            {
                // Rows with units, numbers or natures are indicators; others only label what the header names.
                var places =
                    role != ColumnRole.Category
                    && !IsIndicators(roles, samples[column])
                    && !Array.Exists(paths, path => path is [.., var own] && SaysNothing.Contains(own.Folded));
                roles[column] = places ? ColumnRole.Place : ColumnRole.Name;
                for (var left = 0; left < column; left++)
                {
                    roles[left] =
                        roles[left] == ColumnRole.None && samples[left].Words > 0 ? ColumnRole.Category : roles[left];
                }
                return places ? TableShape.Places : TableShape.Indicators;
            }
        }
        return null;
    }

    /// <summary>绝对额 over figures: what they are the amount of, the rows say.</summary>
    private static readonly HashSet<string> SaysNothing = ["绝对额", "绝对数", "绝对值", "绝对量", "数值", "指标值"];

    private static bool IsIndicators(ColumnRole[] roles, ColumnSample names) =>
        names.Units > 0
        || roles.Contains(ColumnRole.Unit)
        || roles.Contains(ColumnRole.Ordinal)
        || roles.Contains(ColumnRole.Nature);

    /// <summary>Columns of words without a header before the names are groups, behind them remarks.</summary>
    private static void GiveUnnamedToGroups(
        ColumnRole[] roles,
        IReadOnlyList<HeaderCell>[] paths,
        ColumnSample[] samples,
        int name
    )
    {
        for (var column = 0; column < roles.Length; column++)
        {
            if (roles[column] == ColumnRole.None && samples[column].Words > 0)
            {
                roles[column] = column < name ? ColumnRole.Category : ColumnRole.Note;
            }
        }
    }
}
