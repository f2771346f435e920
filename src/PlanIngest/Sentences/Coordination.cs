namespace PlanIngest.Sentences;

/// <summary>
/// Names said together: 婴儿死亡率、孕产妇死亡率; with a shared tail (高血压、糖尿病规范管理率), a shared head
/// (每千人口床位数、护士数) or both in one word (城乡).
/// </summary>
internal static class Coordination
{
    /// <summary>The names as said, one for each of so many values; the whole name for each where it cannot be parted.</summary>
    public static IReadOnlyList<Cut> Deal(Cut name, int values)
    {
        if (values < 2)
        {
            return [name];
        }
        foreach (
            var parts in (IReadOnlyList<Cut>[])
                [Levels(name), Split(name, "、和与及"), Split(name, "、"), Split(name, "和与及"), TownAndCountry(name)]
        )
        {
            if (parts.Count == values)
            {
                return Complete(parts);
            }
        }
        return [.. Enumerable.Repeat(name, values)];
    }

    /// <summary>The names one value is said of; one name unless they are told of singly (均, 各) or each is a measure.</summary>
    public static IReadOnlyList<Cut> Each(Cut name, bool singly)
    {
        var parts = Split(name, "、和与及");
        if (parts.Count < 2 || parts.Count > 12 || IsRatio(name.Text))
        {
            return [name];
        }
        if (parts.All(part => part.Text.Length > 2 && Words.IsMeasure(part.Text)))
        {
            return Complete(parts);
        }
        if (!singly)
        {
            return [name];
        }
        return Complete(parts);
    }

    /// <summary>收入与支出之比, 物流总费用与地区生产总值的比率: one measure of two. Not: 参保率和报销比例.</summary>
    private static bool IsRatio(string name) =>
        name[^1] == '比' || name.EndsWith("的比率", StringComparison.Ordinal) && name.Contains('与');

    /// <summary>Parts at the top level: not within brackets or quotation marks, not within a word (和谐, 参与).</summary>
    public static IReadOnlyList<Cut> Split(Cut name, string marks)
    {
        var parts = new List<Cut>();
        int depth = 0,
            start = 0;
        var text = name.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            depth +=
                c is '（' or '(' or '“' or '《' ? 1
                : c is '）' or ')' or '”' or '》' ? -1
                : 0;
            if (depth > 0 || !marks.Contains(c) || (c != '、' && IsWithinWord(text, at)))
            {
                continue;
            }
            if (at > start)
            {
                parts.Add(name[start..at]);
            }
            start = at + 1;
        }
        if (start < text.Length)
        {
            parts.Add(name[start..]);
        }
        return parts;
    }

    public static bool IsWithinWord(string text, int at)
    {
        for (var from = Math.Max(0, at - 2); from <= at; from++)
        {
            var length = Words.At(WordClass.Keep, text, from);
            if (from + length > at && length > 1)
            {
                return true;
            }
        }
        return at == 0 || at == text.Length - 1;
    }

    /// <summary>市、县两级人员编制: 市级人员编制, 县级人员编制.</summary>
    private static List<Cut> Levels(Cut name)
    {
        var at = name.Text.IndexOf("两级", StringComparison.Ordinal);
        if (at < 0)
        {
            at = name.Text.IndexOf("三级", StringComparison.Ordinal);
        }
        if (at <= 0)
        {
            return [];
        }
        var tail = name[(at + 2)..];
        return [.. Split(name[..at], "、和与及").Select(part => part.With("级").Then(tail))];
    }

    /// <summary>城乡低保标准: 城市低保标准, 农村低保标准.</summary>
    private static Cut[] TownAndCountry(Cut name)
    {
        var at = name.Text.IndexOf("城乡", StringComparison.Ordinal);
        if (at < 0)
        {
            return [];
        }
        return [name[..(at + 1)].With("镇").Then(name[(at + 2)..]), name[..at].With("农村").Then(name[(at + 2)..])];
    }

    /// <summary>Gives each part the head and the tail it shares with the others.</summary>
    private static Cut[] Complete(IReadOnlyList<Cut> parts)
    {
        var first = parts[0];
        var last = parts[^1];
        var head = SharedHead(first);
        var tail =
            SameKind(parts[^2], last) is > 0 and var cut ? last[cut..]
            : parts.SkipLast(1).Any(part => part.Text.Length != first.Text.Length || NamesSubstance(part.Text))
                ? MeasureSaidOfAll(last)
            : Cut.Empty;
        var done = new Cut[parts.Count];
        for (var at = 0; at < parts.Count; at++)
        {
            var part = parts[at];
            if (
                at < parts.Count - 1
                && Words.IsMeasure(last.Text)
                && (!Words.IsMeasure(part.Text) || NamesSubstance(part.Text))
            )
            {
                part = part.Then(tail.IsEmpty ? SharedTail(part, last) : tail);
            }
            if (at > 0 && HeadOfMeasure(first, part) is > 0 and var body)
            {
                part = first[..body].Then(part);
            }
            if (at > 0 && head > 0 && SharedHead(part) == 0)
            {
                part = first[..head].Then(part);
            }
            done[at] = part;
        }
        return done;
    }

    /// <summary>
    /// 生产安全事故起数、死亡人数: the second is of the accidents too. How far the first says whose it is; 0 where the
    /// second is no such bare measure (婴儿死亡率).
    /// </summary>
    public static int HeadOfMeasure(Cut first, Cut bare)
    {
        if (Words.At(WordClass.BareMeasure, bare.Text, 0) != bare.Text.Length)
        {
            return 0;
        }
        var measure = Words.AtEnd(WordClass.BareMeasure, first.Text);
        return first.Text.Length - measure is > 1 and var head && measure > 0 ? head : 0;
    }

    /// <summary>每千人口 of 每千人口床位数; 具备中医服务能力的 of 具备中医服务能力的卫生院.</summary>
    private static int SharedHead(Cut name)
    {
        var text = name.Text;
        var each = text.IndexOf('每', StringComparison.Ordinal);
        if (each is >= 0 and < 3)
        {
            foreach (var people in People)
            {
                var at = text.IndexOf(people, each, StringComparison.Ordinal);
                if (at > each && at - each <= 6)
                {
                    return at + people.Length;
                }
            }
        }
        var of = text.LastIndexOf('的');
        return of > 3 && of < text.Length - 1 ? of + 1 : 0;
    }

    private static readonly string[] People = ["常住人口", "人口", "名儿童", "儿童", "居民", "老年人", "学生", "人"];

    /// <summary>
    /// What the last part has beyond its own head: after as many characters as the other part has, or after the kind
    /// of people where both name one (职工 and 城乡居民).
    /// </summary>
    private static Cut SharedTail(Cut part, Cut last)
    {
        if (Words.AtEnd(WordClass.Person, part.Text) > 0)
        {
            var person = Words.Find(WordClass.Person, last.Text);
            if (person >= 0)
            {
                var wordEnd = person + Words.At(WordClass.Person, last.Text, person);
                if (wordEnd < last.Text.Length)
                {
                    return last[wordEnd..];
                }
            }
        }
        if (last.Text.IndexOf("地区", StringComparison.Ordinal) is > 1 and var region && region + 2 < last.Text.Length)
        {
            return last[(region + 2)..];
        }
        var measure = Words.AtEnd(WordClass.Measure, last.Text);
        var whole =
            measure > 1 && measure < last.Text.Length && last.Text[^(measure + 1)] is '总' or '年' or '均' ? 1 : 0;
        var cut = Math.Min(part.Text.Length, last.Text.Length - Math.Max(1, measure + whole));
        var end = EndOfWord(last.Text, cut);
        return last[(end > cut ? end : cut + Fragment(last.Text.AsSpan(cut), measure, whole))..];
    }

    /// <summary>
    /// Parts of many lengths tell nothing of where the last one ends: its measure with the words that belong to it is
    /// what all share, 排放总量 in 氨氮、二氧化硫、氮氧化物排放总量. Not: 城市、县城污水处理率 (as long as each other).
    /// </summary>
    private static Cut MeasureSaidOfAll(Cut last)
    {
        var whole = last.Text.Length - Words.AtEnd(WordClass.Measure, last.Text);
        var from = whole;
        while (Words.AtEnd(WordClass.OfMeasure, last.Text.AsSpan(0, from)) is > 0 and var word && word < from)
        {
            from -= word;
        }
        return from < whole ? last[from..] : Cut.Empty;
    }

    /// <summary>化学需氧量 ends as a measure does, but is a substance whose 排放量 is measured.</summary>
    private static bool NamesSubstance(string part) => part.EndsWith("需氧量", StringComparison.Ordinal);

    /// <summary>The end of the word or number that holds the place: of 氮氧化物 at 2, of PM2.5 at 4.</summary>
    private static int EndOfWord(string text, int at)
    {
        for (var from = Math.Max(0, at - 4); from < at; from++)
        {
            if (from + Words.At(WordClass.Keep, text, from) is var end && end > at)
            {
                return end;
            }
        }
        var run = at;
        while (run > 0 && run < text.Length && IsLatin(text[run - 1]) && IsLatin(text[run]))
        {
            run++;
        }
        return run;
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c == '.';

    /// <summary>
    /// What is left at the cut of a longer word: 器人 in 集成电路、工业机器人产量 (人产量), 药 in 新材料、生物医药产业产值,
    /// 量 in 二氧化硫、化学需氧量排放量. Not:
    /// 种植 in 小麦、玉米种植面积.
    /// </summary>
    private static int Fragment(ReadOnlySpan<char> tail, int measure, int whole)
    {
        if (tail.Length > 2 && tail[0] is '量' or '率')
        {
            return 1;
        }
        var between = tail.Length - measure - whole;
        if (measure < 2 || between <= 0)
        {
            return 0;
        }
        foreach (var noun in TailNouns)
        {
            if (tail.IndexOf(noun) is >= 0 and <= 2 and var at)
            {
                return at;
            }
        }
        return between == 1 ? 1 : 0;
    }

    private static readonly string[] TailNouns = ["产业", "行业", "企业", "产品"];

    /// <summary>
    /// Where the last part stops being of the kind of the one before it: 氮氧化物、挥发性有机物减排量 share 物. 0 for none.
    /// </summary>
    private static int SameKind(Cut part, Cut last)
    {
        var same = last.Text.IndexOf(part.Text[^1], StringComparison.Ordinal);
        return same >= 0 && same + 1 < last.Text.Length - 1 ? same + 1 : 0;
    }
}
