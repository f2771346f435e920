using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>
/// What the columns of a table hold: first by the words of their header, innermost level first, then by what stands
/// in them. Refuses tables that hold no indicators, with the reason.
/// </summary>
internal static class ColumnReader
{
    /// <summary>The layout, or the reason why the table is none of indicators.</summary>
    public static (TableLayout? Layout, string Reason) Read(Grid grid, DocumentHead head)
    {
        var header = HeaderReader.Find(grid);
        if (!header.Found)
        {
            return (null, "no header row was found over its values");
        }
        if (header.Body >= grid.Rows)
        {
            return (null, "it has no rows under its header");
        }
        var paths = HeaderPaths.Read(grid, header, head);
        var samples = ColumnSample.Of(grid, header);
        var roles = new ColumnRole[paths.Length];
        for (var column = 0; column < roles.Length; column++)
        {
            roles[column] = Conditions.AreUnder(grid, header, paths[column], column)
                ? ColumnRole.Condition
                : Fit(RoleByWords(paths[column]), samples[column]);
            if (column == 0 && roles[0] == ColumnRole.Value && samples[0] is { Numbers: 0, Words: > 0 })
            {
                // 2020年等级 over words: the rows' names.
                roles[0] = ColumnRole.None;
            }
        }
        RoleByContent(roles, paths, samples);
        TotalsSoFar(roles, paths);
        if (Array.Exists(roles, role => role.IsValue()))
        {
            roles = Array.ConvertAll(roles, role => role == ColumnRole.Price ? ColumnRole.Value : role);
        }
        var shape = NameColumn.Settle(roles, paths, samples) ?? LoneRow(grid, header, paths, roles);
        if (Refusal(roles, samples, shape) is { } reason)
        {
            return (null, reason);
        }
        var caption = CaptionReader.Read(grid, header, head);
        var columns = paths.Select((path, index) => new Column(index, path) { Role = roles[index] }).ToArray();
        if (IsMatrix(grid, header, paths, roles))
        {
            return (null, "its rows and its columns are the same, a matrix");
        }
        var context = RoleContext.Of(columns, caption, head);
        return (
            new TableLayout
            {
                Grid = grid,
                Header = header,
                Caption = caption,
                Shape = shape ?? TableShape.Indicators,
                Context = context,
                Columns = ValueColumns.Read(columns, shape ?? TableShape.Indicators, context),
            },
            ""
        );
    }

    /// <summary>
    /// The innermost level with a known wording decides; years and units alone say nothing. 数值 or 值 under 目标 is a
    /// target, and a year under 指标 is a value.
    /// </summary>
    private static ColumnRole RoleByWords(IReadOnlyList<HeaderCell> path)
    {
        var role = ColumnRole.None;
        var dated = false;
        for (var level = path.Count - 1; level >= 0; level--)
        {
            // 2020 год, 2020年度: the word belongs to the date.
            var words = path[level] is { Role: ColumnRole.Year, Period: not null } ? ColumnRole.None : path[level].Role;
            dated |= path[level].Period is not null;
            if (words == ColumnRole.Condition)
            {
                // 大型车比例 u under 编制条件.
                return words;
            }
            if (words != ColumnRole.None && role is ColumnRole.None or ColumnRole.Value)
            {
                role = words.IsValue() || role == ColumnRole.None ? words : role;
            }
        }
        // A year of its own under 建设规模 holds figures, whatever the words over it promise.
        var year = path is [.., { Period: not null, Role: ColumnRole.None or ColumnRole.Year }] && path.Count > 1;
        return dated && role is ColumnRole.None or ColumnRole.Year || year && !role.IsValue() ? ColumnRole.Value : role;
    }

    /// <summary>
    /// 路段监控通信分中心 | 桥隧监控通信站 over one row of figures: the header names them all. Not where nothing says what
    /// they are counted in.
    /// </summary>
    private static TableShape? LoneRow(
        Grid grid,
        HeaderRows header,
        IReadOnlyList<HeaderCell>[] paths,
        ColumnRole[] roles
    ) =>
        header.Body == grid.Rows - 1
        && roles.Length > 1
        && Array.TrueForAll(roles, role => role.IsValue())
        && Array.TrueForAll(paths, path => path is [.., { Rest.Length: > 0 }])
        && (
            Array.TrueForAll(paths, path => path.Any(cell => cell.Unit is not null))
            || CaptionReader.Read(grid, header, DocumentHead.Unknown) is { Unit: not null }
        )
            ? TableShape.Years
            : null;

    /// <summary>Takes back what the header's words promise where the cells belie it.</summary>
    private static ColumnRole Fit(ColumnRole role, ColumnSample sample) =>
        role switch
        {
            // 单位 over names of bodies.
            ColumnRole.Unit when sample.Words > 0 && sample.WordLength > 10 => ColumnRole.Place,
            // 2020年指标, 项目 over figures.
            ColumnRole.Name
            or ColumnRole.Place
            or ColumnRole.Category when sample.IsNumbers && !sample.IsOrdinals && sample.Words == 0 => ColumnRole.Value,
            ColumnRole.Name or ColumnRole.Category or ColumnRole.Place when sample.IsOrdinals => ColumnRole.Ordinal,
            ColumnRole.Category or ColumnRole.Note when sample.IsNatures => ColumnRole.Nature,
            ColumnRole.Target or ColumnRole.Value when sample.IsNatures => ColumnRole.Nature,
            // 单位：% over figures gives their unit.
            ColumnRole.Unit when sample.IsNumbers && sample.Words == 0 && !sample.IsOrdinals => ColumnRole.Value,
            ColumnRole.Year when !sample.IsYears && sample.IsNumbers => ColumnRole.Value,
            ColumnRole.Ordinal when sample.Words > 0 && sample.Numbers == 0 && sample.WordLength > 4 => ColumnRole.None,
            _ => role,
        };

    private static void RoleByContent(ColumnRole[] roles, IReadOnlyList<HeaderCell>[] paths, ColumnSample[] samples)
    {
        for (var column = 0; column < roles.Length; column++)
        {
            var sample = samples[column];
            if (
                sample.IsYears
                && roles[column] is ColumnRole.None or ColumnRole.Category or ColumnRole.Name or ColumnRole.Year
            )
            {
                roles[column] = ColumnRole.Year;
            }
            else if (roles[column] == ColumnRole.None)
            {
                roles[column] =
                    sample.IsNatures ? ColumnRole.Nature
                    : sample.IsOrdinals && column == 0 ? ColumnRole.Ordinal
                    : sample.IsNumbers && paths[column].Count > 0 ? ColumnRole.Value
                    : ColumnRole.None;
            }
        }
        LabelColumn(roles, samples);
    }

    /// <summary>
    /// 累计 behind a goal is what the plan adds; with nothing left of it that could change, or behind 本月, it is the value
    /// so far.
    /// </summary>
    private static void TotalsSoFar(ColumnRole[] roles, IReadOnlyList<HeaderCell>[] paths)
    {
        for (var column = 0; column < roles.Length; column++)
        {
            var left = Array.FindLastIndex(roles, Math.Max(0, column - 1), role => role.IsValue());
            if (
                roles[column] == ColumnRole.Change
                && paths[column] is [.., { Folded: "累计" } own]
                && own.Words.StartsWith("累计", StringComparison.Ordinal)
                && (left < 0 || left >= column || paths[left] is [.., { Folded: "本月" or "当月" or "本季" or "本期" }])
            )
            {
                roles[column] = ColumnRole.Value;
            }
        }
    }

    /// <summary>Between the names and the values a column of Targets / Actual Achieved.</summary>
    private static void LabelColumn(ColumnRole[] roles, ColumnSample[] samples)
    {
        for (var column = 1; column < roles.Length; column++)
        {
            if (!roles[column].IsValue() && roles[column] is not ColumnRole.Label && samples[column].IsLabels)
            {
                roles[column] = ColumnRole.Label;
                return;
            }
        }
    }

    /// <summary>A transfer or correlation matrix: its rows bear the names of its columns.</summary>
    private static bool IsMatrix(Grid grid, HeaderRows header, IReadOnlyList<HeaderCell>[] paths, ColumnRole[] roles)
    {
        var names = Array.FindIndex(roles, role => role is ColumnRole.Name or ColumnRole.Place);
        var headers = paths
            .Where((path, index) => index != names && path.Count > 0 && path[^1].Period is null)
            .Select(path => path[^1].Words)
            .ToHashSet(StringComparer.Ordinal);
        if (names < 0 || headers.Count < 3 || grid.Rows - header.Body > 2 * grid.Columns)
        {
            return false;
        }
        var alike = 0;
        for (var row = header.Body; row < grid.Rows; row++)
        {
            var cell = grid.At(row, names);
            alike +=
                cell != Grid.None && headers.Contains(Words.Join(grid.Document.Shown, grid.Cells[cell].Span)) ? 1 : 0;
        }
        return alike > 2 && alike * 2 >= grid.Rows - header.Body;
    }

    /// <summary>Why these columns make no table of indicators; null where they do.</summary>
    private static string? Refusal(ColumnRole[] roles, ColumnSample[] samples, TableShape? shape)
    {
        var known = roles.Zip(samples).ToArray();
        var values = known.Where(column => column.First.IsValue()).ToArray();
        var declared = values.Any(column =>
            column.First is ColumnRole.Baseline or ColumnRole.Target or ColumnRole.Standard or ColumnRole.Actual
        );
        var project = roles.Count(role => role == ColumnRole.Project);
        if (project > 1 || project == 1 && !declared)
        {
            return "its columns are those of a list of projects or duties, or of people";
        }
        if (shape is null)
        {
            return "no column of names stands before its values";
        }
        if (values.Length == 0)
        {
            return roles.Contains(ColumnRole.Price) ? "it lists prices or charges, but no goals"
                : roles.Contains(ColumnRole.Weight) ? "it gives points or weights, but no values or goals"
                : roles.Contains(ColumnRole.Definition) ? "it defines indicators, but gives no values or goals"
                : "it has no column of values or goals";
        }
        if (values.All(column => column.Second.Numbers == 0 && column.Second.WordLength > TableSettings.GoalLength))
        {
            return "its columns hold sentences, not values or goals";
        }
        if (
            !declared
            && !roles.Contains(ColumnRole.Nature)
            && values.All(column => column.Second.Numbers == 0)
            && values.Any(column => column.Second.Words > 0)
        )
        {
            return "none of its columns holds figures";
        }
        return null;
    }
}
