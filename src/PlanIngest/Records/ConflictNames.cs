using System.Text;

namespace PlanIngest.Records;

/// <summary>
/// The words of a name that make it the same indicator as another: each 每千人口医疗卫生机构床位数 and
/// 每千人医疗卫生机构床位, each 免疫规划疫苗 and 规划免疫疫苗. What narrows an indicator (城乡社区, 国家级) always stays, so
/// look-alikes stay apart.
/// </summary>
internal static class ConflictNames
{
    /// <summary>Shorter names (床位, 面积) are said of too many things to be one indicator.</summary>
    private const int Shortest = 3;

    /// <summary>From this length on the same characters in another order are the same words.</summary>
    private const int OrderFree = 8;

    private static readonly string[] Everywhere =
    [
        "全市",
        "全区",
        "全县",
        "全省",
        "全盟",
        "全旗",
        "全州",
        "我市",
        "我区",
        "我县",
        "我省",
        "全院",
        "我院",
    ];

    private static readonly string[] Fillers = ["的", "、", "，", ",", "(", ")", "拥有", "配置", "配备", "·", "-", "—"];
    private static readonly string[] Levels = ["国家", "自治区", "省", "市", "县", "区", "旗", "盟"];
    private static readonly string[] Endings = ["总人数", "人数", "总数", "数量", "个数", "数"];

    /// <summary>Null for a name too short to compare.</summary>
    public static string? KeyOf(string name)
    {
        var key = RecordKeys.NameKey(name);
        key = WithoutNotes(key);
        foreach (var filler in Fillers)
        {
            key = key.Replace(filler, "", StringComparison.Ordinal);
        }
        key = key.Replace("及以上", "以上", StringComparison.Ordinal);
        foreach (var level in key.Contains('级') ? Levels : [])
        {
            key = key.Replace($"{level}级", level, StringComparison.Ordinal);
        }
        key = WithoutStart(key);
        var ending = Endings.FirstOrDefault(end => key.EndsWith(end, StringComparison.Ordinal));
        key = key[..^(ending?.Length ?? 0)];
        return key.Length < Shortest ? null
            : key.Length < OrderFree ? key
            : Sorted(key);
    }

    /// <summary>(含中医医院), (包括协作项目) say what is counted in, not another indicator.</summary>
    private static string WithoutNotes(string key)
    {
        foreach (var opening in (string[])["(含", "(包括", "(包含"])
        {
            var start = key.IndexOf(opening, StringComparison.Ordinal);
            var end = start < 0 ? -1 : key.IndexOf(')', start);
            key = end < 0 ? key : key.Remove(start, end + 1 - start);
        }
        return key;
    }

    /// <summary>全市…, 以乡镇为单位….</summary>
    private static string WithoutStart(string key)
    {
        var start = Everywhere.FirstOrDefault(word => key.StartsWith(word, StringComparison.Ordinal));
        key = key[(start?.Length ?? 0)..];
        const string PerUnit = "为单位";
        var at = key.StartsWith('以') ? key.IndexOf(PerUnit, StringComparison.Ordinal) : -1;
        return at < 0 ? key : key[(at + PerUnit.Length)..];
    }

    private static string Sorted(string key)
    {
        var letters = key.ToCharArray();
        Array.Sort(letters);
        return new StringBuilder(key.Length).Append(letters).ToString();
    }
}
