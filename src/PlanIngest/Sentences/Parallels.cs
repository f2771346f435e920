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
        if (name.IsEmpty || before.Count == 0)
        {
            return name;
        }
        if (OtherSide(name, before) is { } account)
        {
            return account;
        }
        if (SizeAlone(name, before[^1].Name) is { } sized)
        {
            return sized;
        }
        if (!phrase.Right.IsEmpty || Words.IsMeasure(name.Text) || name.Text[0] == '其')
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

    /// <summary>基金预算收入6.4亿元；支出9.1亿元: 基金预算支出. Not: 教育支出5亿元；支出9亿元.</summary>
    private static Cut? OtherSide(Cut name, List<Statement> before)
    {
        var other =
            name.Text == "支出" ? "收入"
            : name.Text == "收入" ? "支出"
            : null;
        var whole = other is null
            ? null
            : before.FindLast(one => one.Name.Text.EndsWith(other, StringComparison.Ordinal));
        return whole is { Name: { Text.Length: > 2 } known } ? known[..^2].Then(name) : null;
    }

    /// <summary>产值10亿元以上的企业3家、5亿元以上的8家: 5亿元以上的企业. Not: 5亿元以上的企业8家, which names itself.</summary>
    private static Cut? SizeAlone(Cut name, Cut last)
    {
        var size = name.Text.TrimEnd('的');
        if (!char.IsAsciiDigit(size[0]) || !IsLimit(size))
        {
            return null;
        }
        var at = last.Text.IndexOf(size[^2..], StringComparison.Ordinal);
        return at > 0 && at + 3 < last.Text.Length ? name[..size.Length].Then(last[(at + 2)..]) : null;
    }

    private static bool IsLimit(string text) =>
        text.EndsWith("以上", StringComparison.Ordinal) || text.EndsWith("以下", StringComparison.Ordinal);

    /// <summary>
    /// 每年评选10个团队10名人才: the second is of every year too; 建制村100%通硬化路、98%通客车: of the same villages. Not:
    /// 100%的服务站和80%的卫生室.
    /// </summary>
    public static Phrase ShareVerb(Phrase before, Phrase phrase) =>
        phrase.IsShare
        && before.IsShare
        && phrase.Continues
        && phrase.Left.IsEmpty
        && !before.Left.IsEmpty
        && !phrase.Right.IsEmpty
        && !before.Right.IsEmpty
        && phrase.Right.Text[0] != '的'
        && before.Right.Text[0] != '的'
            ? phrase with
            {
                Left = before.Left,
            }
        : phrase.Left.IsEmpty
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
