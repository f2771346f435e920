namespace PlanIngest.Tables;

/// <summary>The section headings in force at a row, outermost first.</summary>
internal sealed class Sections
{
    public const int All = int.MinValue;
    private readonly List<(int Depth, string Words)> open = [];

    /// <param name="depth">Of its list mark (一、 is outside 1.); -1 without one.</param>
    public void Enter(int depth, string words)
    {
        // A heading without a mark opens a new part under nothing but what is marked above it.
        open.RemoveAll(section => depth < 0 ? section.Depth < 0 : section.Depth >= depth || section.Depth < 0);
        open.Add((depth, words));
    }

    /// <summary>四、汇率变动的影响 stands beside 三、筹资活动, not in it: a row's own list mark ends what is no deeper.</summary>
    /// <param name="depth">Of the list mark; -1 without one, <see cref="All"/> for a row that heads others itself.</param>
    public void CloseBeside(int depth)
    {
        if (depth != -1)
        {
            open.RemoveAll(section => section.Depth >= depth);
        }
    }

    /// <summary>
    /// 流动资产合计, 当期変動額合計, 筹资活动产生的现金流量净额: the total of a section, its last row; what follows stands
    /// outside. Not: 合计 of a part within it, 资产总计 under 流动资产.
    /// </summary>
    public void CloseAfter(string name)
    {
        var total = open.FindLastIndex(section =>
            name.StartsWith(section.Words, StringComparison.Ordinal)
            && Totals.Contains(name[section.Words.Length..].TrimStart('的'))
        );
        if (total >= 0)
        {
            open.RemoveRange(total, open.Count - total);
        }
    }

    /// <summary>资产总计, 当期変動額合計: a sum over the rows before it.</summary>
    public static bool IsTotal(string name) =>
        Totals.Any(total => total.Length > 1 && name.EndsWith(total, StringComparison.Ordinal));

    private static readonly HashSet<string> Totals = ["合计", "总计", "小计", "净额", "合計", "計", "小計", "總計"];

    public void AddTo(List<string> category)
    {
        foreach (var (_, words) in open)
        {
            category.Add(words);
        }
    }
}
