using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>The name cell of a row taken apart. <see cref="Words"/> are the name's own, <see cref="Span"/> theirs.</summary>
internal readonly record struct NameWords(string Words, Span Span)
{
    /// <summary>The number before the name (1. 森林覆盖率), as written.</summary>
    public string? Ordinal { get; init; }
    public UnitWords? Unit { get; init; }

    /// <summary>Printed behind the name: 森林覆盖率（%）【约束性】.</summary>
    public Nature? Nature { get; init; }

    /// <summary>其中：, or a dash: a part of the row above.</summary>
    public bool IsPart { get; init; }

    /// <summary>How deep its list mark is: 一、 0, （一） 1, 1. 2, （1） 3; -1 without one.</summary>
    public int Depth { get; init; }

    /// <summary>A number of the neighbouring cell stood before it.</summary>
    public bool Doubtful { get; init; }
}

/// <summary>Takes a name cell apart: list mark, name, unit in brackets, footnote marks.</summary>
internal static class NameReader
{
    private const string ChineseDigits = "一二三四五六七八九十";
    private const string FootnoteMarks = "*＊▲★☆●◆△※①②③④⑤⑥⑦⑧⑨⑩¹²³⁴⁵⁶†‡#";

    public static NameWords Read(Document document, Span cell)
    {
        var shown = document.Shown;
        var span = Words.Trim(shown, cell);
        span = WithoutSlip(shown, span, out var doubtful);
        span = WithoutFootnotes(shown, span);
        span = WithoutListMark(shown, span, out var ordinal, out var depth);
        span = WithoutPartMark(shown, span, out var part);
        span = WithoutSign(shown, span);
        UnitWords? unit = null;
        Nature? nature = null;
        for (var turn = 0; turn < 3 && !span.IsEmpty; turn++)
        {
            var before = span;
            span = WithoutFootnotes(shown, span);
            span = WithoutInstruction(shown, span);
            span = nature is null ? WithoutNature(document, span, out nature) : span;
            span = unit is null ? WithoutUnit(document, span, out unit) : span;
            if (span == before)
            {
                break;
            }
        }
        return new NameWords(Words.Join(shown, span), span)
        {
            Ordinal = ordinal,
            Unit = unit,
            Nature = nature,
            IsPart = part,
            Depth = depth,
            Doubtful = doubtful,
        };
    }

    /// <summary>八 under 车道数, 十二 under 班级数: a number that only its header makes a name. Not: 三甲, 一级.</summary>
    public static bool IsNumeral(string words) => words.All(ChineseDigits.Contains);

    /// <summary>1. 2、 （3） (4) 一、 （二） ①. Not: 5G基站数, 3岁以下, 2型糖尿病, 1.5度温升.</summary>
    private static Span WithoutListMark(string shown, Span span, out string? ordinal, out int depth)
    {
        (ordinal, depth) = (null, -1);
        int start = span.Start,
            at = start;
        var bracket = at < span.End && shown[at] is '(' or '（';
        at += bracket ? 1 : 0;
        var first = at;
        while (
            at < span.End && at - first < 3 && (CellLooks.Digit(shown[at]) >= 0 || ChineseDigits.Contains(shown[at]))
        )
        {
            at++;
        }
        if (at == first || at >= span.End)
        {
            return span;
        }
        var chinese = ChineseDigits.Contains(shown[first]);
        var close = shown[at];
        if (bracket ? close is not (')' or '）') : !IsListPoint(close, chinese))
        {
            return span;
        }
        var next = at + 1;
        if (next < span.End && close is '.' && CellLooks.Digit(shown[next]) >= 0)
        {
            return span;
        }
        var rest = Words.Trim(shown, Span.Between(next, span.End));
        if (rest.IsEmpty)
        {
            return span;
        }
        ordinal = shown[first..at];
        depth = (chinese, bracket) switch
        {
            (true, false) => 0,
            (true, true) => 1,
            (false, false) => 2,
            (false, true) => 3,
        };
        return rest;
    }

    private static bool IsListPoint(char c, bool chinese) =>
        c is '、' or '．' or '.' or ')' or '）' || chinese && c is '，';

    /// <summary>其中：城镇, 其中,城镇, #城镇, ——城镇, of which: urban, в том числе: …</summary>
    private static Span WithoutPartMark(string shown, Span span, out bool part)
    {
        part = false;
        foreach (var mark in PartMarks)
        {
            if (shown.AsSpan(span.Start, span.Length).StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                var at = span.Start + mark.Length;
                while (at < span.End && (Words.IsSpace(shown[at]) || shown[at] is '：' or ':' or ',' or '，' or '、'))
                {
                    at++;
                }
                if (at < span.End)
                {
                    part = true;
                    return Span.Between(at, span.End);
                }
            }
        }
        return span;
    }

    private static readonly string[] PartMarks =
    [
        "其中",
        "#",
        "——",
        "—",
        "－",
        "- ",
        "of which",
        "в том числе",
        "うち",
    ];

    /// <summary>0.05 耕地比重: the weight before it slipped into the cell. Not: 5岁以下, 1. 森林.</summary>
    private static Span WithoutSlip(string shown, Span span, out bool doubtful)
    {
        doubtful = false;
        var at = span.Start;
        var point = false;
        while (at < span.End && (CellLooks.Digit(shown[at]) >= 0 || shown[at] == '.'))
        {
            point |= shown[at] == '.' && at > span.Start;
            at++;
        }
        if (!point || at >= span.End || shown[at - 1] == '.' || !Words.IsSpace(shown[at]))
        {
            return span;
        }
        var rest = Words.Trim(shown, Span.Between(at, span.End));
        if (rest.IsEmpty || !char.IsLetter(shown[rest.Start]))
        {
            return span;
        }
        doubtful = true;
        return rest;
    }

    /// <summary>产值², 产值*; the small figure of m² or hm-² belongs to the unit.</summary>
    private static bool IsFootnote(string shown, int start, int at) =>
        FootnoteMarks.Contains(shown[at])
        && (shown[at] is not ('¹' or '²' or '³' or '⁴') || at > start && Words.IsWide(shown[at - 1]));

    private static Span WithoutFootnotes(string shown, Span span)
    {
        int start = span.Start,
            end = span.End;
        while (end > start && (IsFootnote(shown, start, end - 1) || Words.IsSpace(shown[end - 1])))
        {
            end--;
        }
        while (
            start < end && (FootnoteMarks.Contains(shown[start]) && shown[start] != '#' || Words.IsSpace(shown[start]))
        )
        {
            start++;
        }
        // 注1, [2]: a reference to a note under the table.
        if (end - start > 3 && shown[end - 1] == ']' && CellLooks.Digit(shown[end - 2]) >= 0 && shown[end - 3] == '[')
        {
            end -= 3;
        }
        return Span.Between(start, end);
    }

    /// <summary>减：营业成本, 加：营业外收入: how the item enters the sum. Not: 减排量, 加工费.</summary>
    private static Span WithoutSign(string shown, Span span) =>
        span.Length > 2 && shown[span.Start] is '加' or '减' && shown[span.Start + 1] is '：' or ':'
            ? Words.Trim(shown, Span.Between(span.Start + 2, span.End))
            : span;

    /// <summary>营业利润（亏损以“－”号填列）: how to fill the form in. Not: 营业利润（万元）.</summary>
    private static Span WithoutInstruction(string shown, Span span)
    {
        if (span.IsEmpty || shown[span.End - 1] is not (')' or '）'))
        {
            return span;
        }
        var open = OpeningBracket(shown, span);
        return open > span.Start && shown.AsSpan(open, span.End - open).Contains("号填列", StringComparison.Ordinal)
            ? Words.Trim(shown, Span.Between(span.Start, open))
            : span;
    }

    private static Span WithoutNature(Document document, Span span, out Nature? nature)
    {
        nature = null;
        if (span.IsEmpty || document.Shown[span.End - 1] is not (')' or '）' or ']' or '】' or '〕'))
        {
            return span;
        }
        var open = OpeningBracket(document.Shown, span);
        nature =
            open <= span.Start ? null : Natures.Read(Words.Join(document.Shown, Span.Between(open + 1, span.End - 1)));
        return nature is null ? span : Words.Trim(document.Shown, Span.Between(span.Start, open));
    }

    /// <summary>婴儿死亡率(‰), 人口密度／人·hm-2, 粮食产量,万吨. Not: 综合医院(含中医医院), 小学/初中.</summary>
    private static Span WithoutUnit(Document document, Span span, out UnitWords? unit)
    {
        var shown = document.Shown;
        if (shown[span.End - 1] is ')' or '）' or ']' or '】' or '〕')
        {
            var open = OpeningBracket(shown, span);
            if (open > span.Start)
            {
                var inside = Span.Between(open + 1, span.End - 1);
                if (IsBase(shown, inside))
                {
                    unit = new UnitWords(null, 1, inside);
                    return span;
                }
                unit = UnitReader.Maybe(document, inside);
                return unit is null ? span : Words.Trim(shown, Span.Between(span.Start, open));
            }
        }
        var mark = shown.AsSpan(span.Start, span.Length).LastIndexOfAny(UnitMarks);
        while (mark > 0)
        {
            var tail = Span.Between(span.Start + mark + 1, span.End);
            if (UnitReader.Maybe(document, tail) is { } found)
            {
                // 元/吨 is one unit: the stroke that parts name and unit stands before it.
                var earlier = shown.AsSpan(span.Start, mark).LastIndexOfAny('／', '/');
                if (
                    earlier > 0
                    && UnitReader.Maybe(document, Span.Between(span.Start + earlier + 1, span.End)) is { } longer
                )
                {
                    (found, mark) = (longer, earlier);
                }
                unit = found;
                return Words.Trim(shown, Span.Between(span.Start, span.Start + mark));
            }
            break;
        }
        unit = null;
        return span;
    }

    /// <summary>上年=100, 以1978年为100: what an index starts from; it has no unit. Not: 8:00, 100, 满分100.</summary>
    private static bool IsBase(string shown, Span inside)
    {
        var words = Words.Join(shown, inside);
        return words.EndsWith("=100", StringComparison.Ordinal)
            || words.EndsWith("＝100", StringComparison.Ordinal)
            || words.EndsWith("为100", StringComparison.Ordinal);
    }

    /// <summary>总产出指数 of 总产出指数(上年=100), for the names of its parts.</summary>
    public static string WithoutBase(string name)
    {
        var open = name.AsSpan().LastIndexOfAny('(', '（');
        return open > 0 && open < name.Length - 1 && IsBase(name, Span.Between(open + 1, name.Length - 1))
            ? name[..open]
            : name;
    }

    private static readonly System.Buffers.SearchValues<char> UnitMarks = System.Buffers.SearchValues.Create("／/,，");

    /// <summary>Where the bracket that closes at the end of the span opens; -1 for none.</summary>
    private static int OpeningBracket(string shown, Span span)
    {
        var depth = 0;
        for (var at = span.End - 1; at >= span.Start; at--)
        {
            if (shown[at] is ')' or '）' or ']' or '】' or '〕')
            {
                depth++;
            }
            else if (shown[at] is '(' or '（' or '[' or '【' or '〔' && --depth == 0)
            {
                return at;
            }
        }
        return -1;
    }
}
