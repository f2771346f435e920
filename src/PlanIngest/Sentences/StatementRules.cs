namespace PlanIngest.Sentences;

/// <summary>What has been said before in the sentence that a phrase may lean on.</summary>
/// <param name="Before">The statements before, the last of the sentence before included.</param>
/// <param name="Own">How many of them are of this sentence.</param>
/// <param name="Topic">The measure that a clause before named without a value.</param>
internal sealed record Said(IReadOnlyList<Statement> Before, int Own, Cut Topic)
{
    /// <summary>Of this sentence; empty for none.</summary>
    public Cut LastName => Own > 0 ? Before[^1].Name : Cut.Empty;

    /// <summary>Of this sentence or the one before.</summary>
    public Cut LastNameAnywhere => Before.Count > 0 ? Before[^1].Name : Cut.Empty;
}

/// <summary>The names a rule found: one for all values or one for each.</summary>
internal readonly record struct Named(IReadOnlyList<Cut> Names, bool Inferred = false)
{
    /// <summary>Each value is said of each name, not one of one.</summary>
    public bool ForEach { get; init; }

    public static Named One(Cut name, bool inferred = false) => new([name], inferred);
}

/// <summary>A way of saying what a value is of.</summary>
internal sealed record StatementRule(string Name, Func<Phrase, Said, Named?> Read);

/// <summary>The ways, in the order they are tried; the first that reads the phrase names its values.</summary>
internal static class StatementRules
{
    public static readonly IReadOnlyList<StatementRule> All =
    [
        // 分别增长9.6%和6.2%; 其中城区和乡村分别为3家、5家 is none, it names its own.
        new("dealt-back", DealtBack),
        // 价值近40万元的后勤物资; 投资2.3亿元的污水处理厂. Not: 占地面积201亩.
        new("attribute-before", AttributeBefore),
        // 100%的中医院设置康复科; 90%以上的天然草原退化. Not: 覆盖率100%.
        new("share-of", ShareOf),
        // 公共卫生机构基础设施100%达标; 妇幼保健院100%设置中医科. Not: 参保率达到95%以上的目标.
        new("share-within", ShareWithin),
        // 其中9家为三级甲等; 6人被评为劳动模范. Not: 33家公立医院实行改革, which names what is counted.
        new("counted-predicate", CountedPredicate),
        // 每年评选10个优秀团队; 年均新建3座水库. Not: 每千人口床位数.
        new("every-year", EveryYear),
        // 建成5个重点专科; 旗县区至少有1家机构. Not: 医疗机构2358家.
        new("counted-after-verb", CountedAfterVerb),
        // 全区12个盟市空气质量达标; 岸线180公里流沙治理. Not: 床位20245张.
        new("counted-within", CountedWithin),
        // 治疗参与率，基层机构达到35%; 重点人群达89.2% after a rate of others. Not: 床位使用率达到85%.
        new("part-of-topic", PartOfTopic),
        // 市级医院拥有名医10名; 全市设有病床500张. Not: 每千人拥有体育指导员3.6名.
        new("possessed", Possessed),
        // 覆盖超百万用户, 惠及3.2万人: the unit is the thing. Not: 投资3亿元.
        new("verb-unit", VerbUnit),
        // 人均预期寿命达到79岁; 婴儿死亡率、孕产妇死亡率分别为3‰和15/10万. Not: 达到79岁.
        new("name-value", NameValue),
        // ，增长52.76%; ，比2015年提高1.15岁. Not: the first words of a text.
        new("carried", Carried),
    ];

    private static Named? DealtBack(Phrase phrase, Said said)
    {
        if (phrase.Values.Count < 2 || !phrase.Left.IsEmpty || !phrase.Right.IsEmpty)
        {
            return null;
        }
        if (!phrase.Singly && said.Before.Count(one => one.Clause == phrase.Clause) < phrase.Values.Count)
        {
            return null;
        }
        var names = new List<Cut>();
        for (var at = said.Before.Count - 1; at >= 0 && names.Count < phrase.Values.Count; at--)
        {
            if (!names.Exists(name => name.Text == said.Before[at].Name.Text))
            {
                names.Insert(0, said.Before[at].Name);
            }
        }
        return names.Count == phrase.Values.Count ? new Named(names, Inferred: true) : null;
    }

    private static Named? AttributeBefore(Phrase phrase, Said said)
    {
        var length = phrase.Right.IsEmpty || phrase.IsShare ? 0 : Words.AtEnd(WordClass.Attribute, phrase.Left.Text);
        if (length == 0 || phrase.Joined || phrase.Right.Text.Length < 2)
        {
            return null;
        }
        var before = phrase.Left[..^length];
        var free =
            before.IsEmpty
            || Words.Closes(WordClass.Act, before.Text) > 0
            || phrase.Lead.Text.EndsWith('近')
            || phrase.Right.Text[0] == '的';
        return free ? Named.One(Bare(phrase.Right).Then(phrase.Left[^length..])) : null;
    }

    private static Named? ShareOf(Phrase phrase, Said said)
    {
        if (!phrase.IsShare || phrase.Right.IsEmpty || !(phrase.Left.IsEmpty || phrase.Act == phrase.Left.Text.Length))
        {
            return null;
        }
        var right = Bare(phrase.Right);
        if (Words.At(WordClass.Predicate, right.Text, 0) > 1 && !said.LastName.IsEmpty)
        {
            return Named.One(Noun(said.LastName).Then(right), inferred: true);
        }
        return Named.One(right.Text.EndsWith("比例", StringComparison.Ordinal) ? right : right.With("比例"));
    }

    private static Named? ShareWithin(Phrase phrase, Said said)
    {
        if (!phrase.IsShare || phrase.Right.IsEmpty || phrase.Left.IsEmpty)
        {
            return null;
        }
        if (Words.IsMeasure(phrase.Left.Text) && (phrase.Joined || phrase.Right.Text[0] == '的'))
        {
            return Named.One(phrase.Left);
        }
        return Named.One(phrase.Left.Then(Bare(phrase.Right)).With("比例"));
    }

    private static Named? CountedPredicate(Phrase phrase, Said said)
    {
        if (
            phrase.Right.IsEmpty
            || !phrase.Left.IsEmpty
            || Words.At(WordClass.Predicate, phrase.Right.Text, 0) == 0
                && phrase.Right.Text[0] is not ('为' or '是' or '获' or '被')
        )
        {
            return null;
        }
        var right = phrase.Right.Text[0] is '为' or '是' ? phrase.Right[1..] : phrase.Right;
        if (phrase.OfPeople)
        {
            return Named.One(right.Text.EndsWith('数') ? right : right.With("人数"));
        }
        var counted = said.LastName;
        return counted.IsEmpty ? Named.One(right) : Named.One(Noun(counted).Then(right), inferred: true);
    }

    private static Named? EveryYear(Phrase phrase, Said said)
    {
        foreach (var every in Everys)
        {
            var at = phrase.Lead.Text.IndexOf(every, StringComparison.Ordinal);
            if (at < 0 || phrase.Right.IsEmpty || phrase.Values.Count > 1)
            {
                continue;
            }
            var verb = phrase.Act > 0 ? phrase.Left[^phrase.Act..] : Cut.Empty;
            return Named.One(phrase.Lead[at..(at + every.Length)].Then(verb).Then(Bare(phrase.Right)));
        }
        return null;
    }

    private static readonly string[] Everys = ["每年", "每月", "每届", "每学期"];

    private static Named? CountedAfterVerb(Phrase phrase, Said said)
    {
        if (phrase.Right.IsEmpty || !(phrase.Left.IsEmpty || phrase.Act > 0))
        {
            return null;
        }
        var right = Bare(phrase.Right);
        if (phrase.Left.IsEmpty)
        {
            return Named.One(right);
        }
        var subject = phrase.Left[..^phrase.Act];
        while (Verb(subject) is > 0 and var more)
        {
            subject = subject[..^more];
        }
        subject = NameEnds.TrimRight(subject, out _);
        return phrase.Singly ? new Named([.. Coordination.Split(right, "、和与及")]) { ForEach = true }
            : IsBody(subject) ? Named.One(subject.Then(right))
            : Named.One(right);
    }

    private static Named? CountedWithin(Phrase phrase, Said said)
    {
        if (phrase.Right.IsEmpty || phrase.Left.IsEmpty)
        {
            return null;
        }
        if (phrase.Joined && Words.IsMeasure(phrase.Left.Text))
        {
            return Named.One(phrase.Left);
        }
        var left = AfterList(phrase.Left);
        var verb = left.IsEmpty ? 0 : Words.Find(WordClass.Act, left.Text);
        if (verb >= 0 && !left.IsEmpty && left.Text[0] != '每')
        {
            var object_ = left[(verb + Words.At(WordClass.Act, left.Text, verb))..];
            left = verb == 0 ? object_ : left;
        }
        var right = Bare(phrase.Right);
        if (phrase.Singly && Coordination.Split(left, "、和与及") is { Count: > 1 } parts)
        {
            return new Named([.. parts.Select(part => part.Then(right))]) { ForEach = true };
        }
        return Named.One(IsBody(left) || left.Text.Contains('每') ? left.Then(right) : right);
    }

    private static Named? PartOfTopic(Phrase phrase, Said said)
    {
        if (!phrase.IsShare || phrase.Left.IsEmpty || !phrase.Right.IsEmpty || Words.IsMeasure(phrase.Left.Text))
        {
            return null;
        }
        if (!said.Topic.IsEmpty)
        {
            return Named.One(phrase.Left.Then(said.Topic), inferred: true);
        }
        var last = said.LastName;
        if (
            phrase.Values.Count > 1
            || last.IsEmpty
            || !Words.IsMeasure(last.Text)
            || Words.AtEnd(WordClass.Person, phrase.Left.Text) == 0
        )
        {
            return null;
        }
        var person = Words.Find(WordClass.Person, last.Text);
        var end = person < 0 ? 0 : person + Words.At(WordClass.Person, last.Text, person);
        return end > 0 && end < last.Text.Length ? Named.One(phrase.Left.Then(last[end..]), inferred: true) : null;
    }

    private static Named? Possessed(Phrase phrase, Said said)
    {
        if (!phrase.Right.IsEmpty || phrase.Left.IsEmpty || phrase.Left.Text.Contains('每') || phrase.Values.Count > 1)
        {
            return null;
        }
        var at = -1;
        for (
            var next = Words.Find(WordClass.Have, phrase.Left.Text);
            next >= 0;
            next = Words.Find(WordClass.Have, phrase.Left.Text, next + 1)
        )
        {
            at = next;
        }
        if (at <= 0)
        {
            return null;
        }
        var owned = phrase.Left[(at + Words.At(WordClass.Have, phrase.Left.Text, at))..];
        var subject = NameEnds.TrimRight(phrase.Left[..at], out _);
        return owned.Text.Length < 2 ? null
            : IsBody(subject) ? Named.One(subject.Then(owned))
            : Named.One(owned);
    }

    private static Named? VerbUnit(Phrase phrase, Said said) =>
        phrase.Right.IsEmpty
        && !phrase.Left.IsEmpty
        && phrase.First.Quantity.Unit is { } unit
        && (phrase.OfPeople || unit.Length > 1 && unit != "人次")
        && unit is not ("万元" or "亿元" or "平方米" or "公里" or "公顷" or "立方米" or "百分点" or "千瓦" or "千瓦时")
        && Words.At(WordClass.Act, phrase.Left.Text, 0) == phrase.Left.Text.Length
            ? Named.One(phrase.Left.With(unit is "人" or "名" or "位" ? "人数" : unit))
            : null;

    private static Named? NameValue(Phrase phrase, Said said)
    {
        if (phrase.Left.IsEmpty)
        {
            return null;
        }
        var left = phrase.Left.Text[^1] == '等' && phrase.Left.Text.Length > 2 ? phrase.Left[..^1] : phrase.Left;
        if (left.Text[0] == '占' && !said.LastName.IsEmpty)
        {
            left = said.LastName.Then(left);
            return Named.One(left, inferred: true);
        }
        if (phrase.Values.Count > 1)
        {
            return new Named(Coordination.Deal(left, phrase.Values.Count));
        }
        return new Named(Coordination.Each(left, phrase.Singly || SaysSameOfEach(phrase))) { ForEach = true };
    }

    /// <summary>A fall or rise in per cent can only be said of each: 二氧化硫、化学需氧量削减10%.</summary>
    private static bool SaysSameOfEach(Phrase phrase) =>
        phrase.First.Quantity.Change is { Mode: Model.ChangeMode.Relative }
        && phrase.Left.Text[^1] is not ('率' or '重' or '例')
        && !phrase.Left.Text.Contains('的')
        && Coordination.Split(phrase.Left, "、").Count is 2 or 3
        && !Words.Has(WordClass.Act, phrase.Left.Text);

    private static Named? Carried(Phrase phrase, Said said)
    {
        if (!phrase.Left.IsEmpty || !phrase.Right.IsEmpty)
        {
            return null;
        }
        if (phrase.First.Quantity.Kind == Model.QuantityKind.Change)
        {
            for (var at = said.Before.Count - 1; at >= said.Before.Count - said.Own; at--)
            {
                if (!said.Before[at].IsPart)
                {
                    return Named.One(said.Before[at].Name, inferred: true);
                }
            }
        }
        if (
            said.LastName.IsEmpty
            && phrase.First.Quantity.Kind == Model.QuantityKind.Change
            && !said.LastNameAnywhere.IsEmpty
        )
        {
            return Named.One(said.LastNameAnywhere, inferred: true);
        }
        return !said.LastName.IsEmpty ? Named.One(said.LastName, inferred: true)
            : !said.Topic.IsEmpty ? Named.One(said.Topic, inferred: true)
            : null;
    }

    private static int Verb(Cut cut)
    {
        if (cut.IsEmpty)
        {
            return 0;
        }
        var verb = Words.Closes(WordClass.Act, cut.Text);
        return verb > 0 ? verb
            : cut.Text[^1] is '和' or '、' or '并' or '与'
            && cut.Text.Length > 2
            && Words.Closes(WordClass.Act, cut.Text.AsSpan(0, cut.Text.Length - 1)) > 0
                ? 1
            : 0;
    }

    /// <summary>A subject worth keeping in the name: a body or kind of body, not a way or a purpose.</summary>
    private static bool IsBody(Cut cut) =>
        cut.Text.Length is > 1 and <= 32
        && cut.Text.IndexOfAny(['与', '对', '为', '向', '以', '将', '从', '经', '用', '把']) < 0
        && !cut.Text.Contains("通过", StringComparison.Ordinal)
        && !Words.Has(WordClass.Act, cut.Text);

    /// <summary>What a list that ends in 等 stands before: 钢铁、化工等重点行业 is 重点行业; a mere list is nothing.</summary>
    private static Cut AfterList(Cut cut)
    {
        var at = cut.Text.LastIndexOf('等');
        return at < 0 || cut.Text.AsSpan(at).StartsWith("等级") ? cut
            : at + 1 < cut.Text.Length && cut.Text[at + 1] == '地' ? cut[(at + 2)..]
            : cut[(at + 1)..];
    }

    /// <summary>What follows the values, without the words that only lead to it and those that say what for.</summary>
    private static Cut Bare(Cut right)
    {
        var from = 0;
        foreach (var lead in Leads)
        {
            if (right.Text.AsSpan(from).StartsWith(lead) && right.Text.Length > from + lead.Length)
            {
                from += lead.Length;
            }
        }
        var to = right.Text.Length;
        var purpose = Words.Find(WordClass.Purpose, right.Text, Math.Min(to, from + 2));
        return right[from..(purpose > 0 ? purpose : to)];
    }

    private static readonly string[] Leads = ["以上", "的标准", "标准", "的比例", "比例", "的"];

    /// <summary>The things counted, without what is said of them: 公立医院 of 公立医院设置病房.</summary>
    private static Cut Noun(Cut name)
    {
        var at = Words.Find(WordClass.Predicate, name.Text, 2);
        var noun = at > 1 ? name[..at] : name;
        return noun.Text.EndsWith("比例", StringComparison.Ordinal) ? noun[..^2] : noun;
    }
}
