using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>Names printed short because the one beside them says the rest.</summary>
internal static class Parallels
{
    /// <summary>
    /// 二等奖4项、三等奖2项: the second takes the head of the first; 国家级示范县1个、自治区级5个: it takes its tail.
    /// Nothing is added to a name that stands by itself (老旧小区、棚户区).
    /// </summary>
    public static Cut Complete(Cut name, Phrase phrase, List<Statement> before)
    {
        if (
            name.IsEmpty
            || before.Count == 0
            || !phrase.Right.IsEmpty
            || Words.IsMeasure(name.Text)
            || name.Text[0] == '其'
        )
        {
            return name;
        }
        var last = before[^1].Name;
        if (
            name.Text[^1] is '级' or '部'
            && Level(last.Text) is > 0 and var level
            && level < last.Text.Length
            && name.Text.Length <= 6
        )
        {
            return name.Then(last[level..]);
        }
        if (name.Text.Length > 3 || name.Text.Length >= last.Text.Length || !phrase.Continues && name.Text.Length > 4)
        {
            return name;
        }
        var shared = 0;
        while (shared < name.Text.Length && name.Text[^(shared + 1)] == last.Text[^(shared + 1)])
        {
            shared++;
        }
        return shared * 2 >= name.Text.Length && shared < name.Text.Length && last.Text.Length - name.Text.Length > 2
            ? last[..^name.Text.Length].Then(name)
            : name;
    }

    /// <summary>每年评选10个团队10名人才: the second is of every year too.</summary>
    public static Phrase ShareVerb(Phrase before, Phrase phrase) =>
        phrase.Left.IsEmpty
        && !phrase.Right.IsEmpty
        && !before.Right.IsEmpty
        && before.Lead.Text.Contains("每年", StringComparison.Ordinal)
            ? phrase with
            {
                Lead = before.Lead,
                Left = before.Left,
            }
            : phrase;

    /// <summary>
    /// 3个产值超千亿元、2个产值500亿元的产业集群: both are 产业集群.
    /// 4个国家级、9个自治区级重点专科: the first takes what follows the level in the second; 100%的服务站和80%的卫生室能够
    /// 提供服务: what is said of the second is said of both.
    /// </summary>
    public static Phrase ShareTail(Phrase phrase, Phrase next)
    {
        if (phrase.Right.IsEmpty || next.Right.IsEmpty || !(next.Left.IsEmpty || next.Continues))
        {
            return phrase;
        }
        if (
            phrase.Right.Text[^1] == '级'
            && Level(next.Right.Text) is > 0 and var level
            && level < next.Right.Text.Length
        )
        {
            return phrase with { Right = phrase.Right.Then(next.Right[level..]) };
        }
        if (
            Words.At(WordClass.Attribute, phrase.Right.Text, 0) > 1
            && Words.At(WordClass.Attribute, next.Right.Text, 0) > 1
            && !phrase.Right.Text.Contains('的')
            && next.Right.Text.IndexOf('的', StringComparison.Ordinal) is > 2 and var of
        )
        {
            return phrase with { Right = NameEnds.TrimTail(phrase.Right).Then(next.Right[of..]) };
        }
        if (phrase.IsShare && next.IsShare && Words.Find(WordClass.Predicate, phrase.Right.Text, 1) < 0)
        {
            var predicate = Words.Find(WordClass.Predicate, next.Right.Text, 2);
            return predicate > 0 ? phrase with { Right = phrase.Right.Then(next.Right[predicate..]) } : phrase;
        }
        return phrase;
    }

    /// <summary>End of 国家级, 自治区级, 市级 in a name; 0 for none. 三级 and 等级 are no levels of government.</summary>
    private static int Level(string name)
    {
        for (var at = name.IndexOf('级', StringComparison.Ordinal); at > 0; at = name.IndexOf('级', at + 1))
        {
            if (!"一二三四五六七八九等上下初高中年班".Contains(name[at - 1]))
            {
                return name.AsSpan(at + 1).StartsWith("以上") ? at + 3
                    : name.AsSpan(at + 1).StartsWith("及以上") ? at + 4
                    : at + 1;
            }
        }
        return 0;
    }
}
