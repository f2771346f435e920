using System.Buffers;

namespace PlanIngest.Sentences;

/// <summary>
/// Takes from both ends of a stretch the words that are not part of a name: who speaks, when, how, and the verb that
/// joins the name to its value.
/// </summary>
internal static class NameEnds
{
    private const string Marks = "，、；：,;:。.—-－·•●■ 　*#|“”\"";
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789一二三四五六七八九十两");
    private const string Opens = "“\"（(《「";

    /// <summary>Counts of points under one head: 一是, 二要, 三、, （一）, 1.; not a part of any name.</summary>
    private static int Enumerator(ReadOnlySpan<char> text)
    {
        if (text.Length > 2 && "一二三四五六七八九十".Contains(text[0]) && text[1] is '是' or '要')
        {
            return 2;
        }
        return OutlineMark.Read(text) is { Length: > 0 } mark && mark.Length < text.Length ? mark.Length : 0;
    }

    /// <summary>项目实施以来累计培训, 5年内新增融资, 十年增加70万亿元: how long, not what.</summary>
    private static int Since(ReadOnlySpan<char> text)
    {
        if (text[^1] == '年' && text.Length > 1 && text[..^1].IndexOfAnyExcept(Figures) < 0)
        {
            return text.Length;
        }
        var opening = text[..Math.Min(5, text.Length)];
        var year = Math.Max(opening.IndexOf("年内"), opening.IndexOf("年中"));
        if (year > 0 && text.Length > year + 3 && text[..year].IndexOfAnyExcept(Figures) < 0)
        {
            return year + 2;
        }
        if (text.StartsWith("连续") && text.Length > 6)
        {
            var running = text[2..6].IndexOf('年');
            return running > 0 && text.Slice(2, running).IndexOfAnyExcept(Figures) < 0 ? running + 3 : 0;
        }
        if (text.StartsWith("连续") && text[..Math.Min(text.Length, 9)].IndexOf("个季度") is > 0 and var quarters)
        {
            return quarters + 3;
        }
        var at = text.IndexOf("以来");
        return at is > 0 and <= 14 && text.Length > at + 3 ? at + 2 : 0;
    }

    /// <summary>加上中央补助, 加上年结余收入, 加上解支出: what is added up. Not: 加工, 加快.</summary>
    private static int Addend(ReadOnlySpan<char> text)
    {
        if (text[0] != '加' || text.Length < 4 || text[1] is not '上')
        {
            return 0;
        }
        return text[2] is '年' or '级' or '解' or '缴' or '划' ? 1 : 2;
    }

    /// <summary>完成地区生产总值186亿元, 完成财政收入9亿元: a measure is not of the doing. Not: 完成危房改造1200户, 完成投资.</summary>
    private static int Achieved(ReadOnlySpan<char> text) =>
        text.StartsWith("完成")
        && text.Length > 5
        && text.IndexOfAny("、和及") < 0
        && Words.AtEnd(WordClass.Measure, text) > 1
        && Words.At(WordClass.Keep, text, 0) <= 2
            ? 2
            : 0;

    /// <summary>The left end: 其中，全市现有医院 becomes 医院.</summary>
    public static Cut TrimLeft(Cut cut, string? region)
    {
        var from = 0;
        while (from < cut.Text.Length)
        {
            var rest = cut.Text.AsSpan(from);
            var length =
                Marks.Contains(rest[0]) && !Opens.Contains(rest[0]) ? 1
                : rest[0] is '”' or '）' or ')' or '》' ? 1
                : Words.Leads(WordClass.Compared, rest) is > 0 and var compared ? compared
                : Since(rest) is > 0 and var since ? since
                : Addend(rest) is > 0 and var addend ? addend
                : Achieved(rest) is > 0 and var achieved ? achieved
                : Enumerator(rest) is > 0 and var mark ? mark
                : region is { Length: > 1 }
                && rest.StartsWith(region)
                && rest.Length > region.Length
                && rest[region.Length] is not ('级' or '属' or '办')
                    ? region.Length
                : Math.Max(
                    Words.Leads(WordClass.Lead, rest),
                    Math.Max(Words.Leads(WordClass.Place, rest), Words.Leads(WordClass.Have, rest))
                );
            if (length == 0 || (length >= rest.Length && rest.Length > 2))
            {
                return length == 0 ? cut[from..] : Cut.Empty;
            }
            from += length;
        }
        return Cut.Empty;
    }

    /// <summary>
    /// The right end: 居民健康素养水平由 becomes 居民健康素养水平. <paramref name="joined"/>: a verb of reaching stood
    /// there (达到, 提高到, 为).
    /// </summary>
    public static Cut TrimRight(Cut cut, out bool joined)
    {
        joined = false;
        var to = cut.Text.Length;
        while (to > 0)
        {
            var rest = cut.Text.AsSpan(0, to);
            var change = Words.ChangeAtEnd(rest);
            var joint = Words.Closes(WordClass.Joint, rest);
            var adverb = Words.Closes(WordClass.Adverb, rest);
            var act = Math.Max(Words.AtEnd(WordClass.Act, rest), Words.AtEnd(WordClass.Have, rest));
            var mark = Marks.Contains(rest[^1]) && rest[^1] is not ('”' or '"') ? 1 : 0;
            var longest = Math.Max(
                Math.Max(change, joint),
                Math.Max(Math.Max(adverb, mark), Math.Max(Place(rest), Running(rest)))
            );
            longest = Math.Max(longest, Arranged(rest));
            act = Arranged(rest) > 0 ? 0 : act;
            if (longest == 0 || (act > longest && change == 0) || IsTotal(rest))
            {
                break;
            }
            joined |= change > 0 || joint > 0;
            to -= longest;
        }
        return cut[..to];
    }

    /// <summary>一般公共预算支出安排120亿元: the money is the name, 安排 what is done with it. Not: 就业安排.</summary>
    private static int Arranged(ReadOnlySpan<char> text) =>
        text.EndsWith("安排") && Array.Exists(Monies, text[..^2].ToString().EndsWith) ? 2 : 0;

    /// <summary>安排教育支出12.3亿元, 安排专项资金5亿元: likewise. Not: 安排就业700万人, 安排项目20个.</summary>
    public static Cut WithoutArranged(Cut cut) =>
        cut.Text.StartsWith("安排", StringComparison.Ordinal)
        && cut.Text.Length > 4
        && Array.Exists(Monies, cut.Text.EndsWith)
            ? cut[2..]
            : cut;

    private static readonly string[] Monies = ["支出", "收入", "资金", "预算", "经费", "投资"];

    /// <summary>收入合计, 支出总计: the sum of a balance.</summary>
    private static bool IsTotal(ReadOnlySpan<char> text) =>
        text is "收入合计" or "支出合计" or "收入总计" or "支出总计" or "收支合计";

    /// <summary>Length of 连续三年 or 十年 at the end: how long, not what.</summary>
    private static int Running(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf("连续");
        if (text[^1] != '年')
        {
            return at > 0 && text.Length - at <= 8 && (text.EndsWith("个季度") || text.EndsWith("个月"))
                ? text.Length - at
                : 0;
        }
        if (at > 0 && text.Length - at <= 6)
        {
            return text.Length - at;
        }
        var from = text.Length - 1;
        while (from > 0 && Figures.Contains(text[from - 1]))
        {
            from--;
        }
        return from > 1 && from < text.Length - 1 ? text.Length - from : 0;
    }

    /// <summary>Length of a phrase of place at the end: 人口在庞大的基数上 is about 人口.</summary>
    private static int Place(ReadOnlySpan<char> text)
    {
        var whole = Words.AtEnd(WordClass.Place, text);
        if (whole > 0 && whole + 1 < text.Length && text[^(whole + 1)] == '在')
        {
            return whole + 1;
        }
        if (text[^1] is not ('上' or '中' or '下' or '内' or '后' or '里'))
        {
            return 0;
        }
        var at = text.LastIndexOf('在');
        return at > 0 && text.Length - at > 3 && text[at - 1] is not ('存' or '现' or '所' or '实')
            ? text.Length - at
            : 0;
    }

    /// <summary>The right end of what follows a quantity: 卫生室和 becomes 卫生室, 县的基础上 becomes 县.</summary>
    public static Cut TrimTail(Cut cut)
    {
        var to = cut.Text.Length;
        while (to > 0)
        {
            var rest = cut.Text.AsSpan(0, to);
            var length = rest[^1] switch
            {
                '、' or '，' or '；' or '。' or ',' or ';' or '：' or ':' or '.' or '！' or '|' or '“' => 1,
                '和' or '与' or '及' or '或' when Words.AtEnd(WordClass.Keep, rest) == 0 => 1,
                '中' when to > 4 && !"高初集空在之职其途".Contains(rest[^2]) => 1,
                '等' when to > 1 => 1,
                _ => 0,
            };
            foreach (var tail in Tails)
            {
                if (rest.EndsWith(tail) && tail.Length > length)
                {
                    length = tail.Length;
                }
            }
            if (length == 0)
            {
                break;
            }
            to -= length;
        }
        return cut[..to];
    }

    private static readonly string[] Tails =
    [
        "及价值",
        "以及",
        "的基础上",
        "基础上",
        "的同时",
        "的前提下",
        "的情况下",
        "时",
        "后",
        "以后",
        "之后",
    ];

    /// <summary>What follows a quantity but names nothing: 达到90%的目标, 60%以上水平.</summary>
    public static bool SaysNothing(ReadOnlySpan<char> tail)
    {
        var rest = tail.TrimStart("的");
        if (rest.StartsWith("甚至") || rest.StartsWith("乃至"))
        {
            return true;
        }
        foreach (var empty in Empties)
        {
            if (rest.StartsWith(empty) && rest.Length <= empty.Length + 4)
            {
                return true;
            }
        }
        return rest.IsEmpty;
    }

    private static readonly string[] Empties =
    [
        "水平",
        "目标",
        "要求",
        "任务",
        "标准",
        "规模",
        "速度",
        "幅度",
        "以上",
        "以下",
        "以内",
        "左右",
        "之内",
        "上下",
        "等",
        "不等",
        "控制目标",
        "预期目标",
        "总目标",
        "区间",
        "大关",
        "关口",
        "台阶",
        "整",
        "的比例",
        "比例",
        "比重",
        "高位",
        "历史",
        "行列",
        "新高",
        "安全线",
        "红线",
        "警戒线",
        "底线",
        "高水平",
        "先进水平",
        "能力",
    ];
}
