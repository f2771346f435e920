namespace PlanIngest.Sentences;

/// <summary>Things counted: 建成5个重点专科, 33家公立医院实行改革.</summary>
internal static partial class StatementRules
{
    private static Named? AttributeBefore(Phrase phrase, Said said)
    {
        var length = phrase.Right.IsEmpty || phrase.IsShare ? 0 : Words.AtEnd(WordClass.Attribute, phrase.Left.Text);
        if (length == 0 || phrase.Joined && phrase.Right.Text[0] != '的' || phrase.Right.Text.Length < 2)
        {
            return null;
        }
        var before = phrase.Left[..^length];
        var free =
            before.IsEmpty
            || Words.Closes(WordClass.Act, before.Text) > 0
            || phrase.Lead.Text.EndsWith('近')
            || phrase.Right.Text[0] == '的';
        var thing = Bare(phrase.Right);
        var last = AfterList(thing);
        thing = last.Text.Length > 3 && thing.Text.Length - last.Text.Length > LongestList ? last : thing;
        return free ? Named.One(thing.Then(phrase.Left[^length..])) : null;
    }

    /// <summary>A longer list before 等 is left out of what it comes to.</summary>
    private const int LongestList = 12;

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
        if (StateReached(phrase, right) is { } state)
        {
            return Named.One(state);
        }
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
            : IsBody(subject) && !IsAdverbial(phrase, subject) ? Named.One(subject.Then(right))
            : Named.One(right);
    }

    /// <summary>
    /// 实现了778名职工的同工同酬, 实现120个村的集中供水: those counted are in that state. Not: 完成12个村的改造.
    /// </summary>
    private static Cut? StateReached(Phrase phrase, Cut right) =>
        phrase.Lead.Text.TrimEnd('了').EndsWith("实现", StringComparison.Ordinal)
        && right.Text.LastIndexOf('的') is > 0 and var of
        && right.Text.Length - of is > 2 and <= 9
            ? right[(of + 1)..].Then(right[..of])
            : null;

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

    private static Named? Possessed(Phrase phrase, Said said)
    {
        if (!phrase.Right.IsEmpty || phrase.Left.IsEmpty || phrase.Left.Text.Contains('每') || phrase.Values.Count > 1)
        {
            return null;
        }
        var at = LastHave(phrase.Left.Text);
        if (at <= 0)
        {
            var owner =
                phrase.Continues && said.Own > 0 && said.Before[^1].Clause == phrase.Clause
                    ? said.Before[^1].Owner
                    : Cut.Empty;
            return owner.IsEmpty ? null : new Named([owner.Then(phrase.Left)], Inferred: true) { Owner = owner };
        }
        var owned = phrase.Left[(at + Words.At(WordClass.Have, phrase.Left.Text, at))..];
        var subject = NameEnds.TrimRight(phrase.Left[..at], out _);
        return owned.Text.Length < 2 ? null
            : IsBody(subject) ? Named.One(subject.Then(owned)) with { Owner = subject }
            : Named.One(owned);
    }

    private static int LastHave(string text)
    {
        var at = -1;
        for (var next = Words.Find(WordClass.Have, text); next >= 0; next = Words.Find(WordClass.Have, text, next + 1))
        {
            at = next;
        }
        return at;
    }

    private static Named? VerbUnit(Phrase phrase, Said said)
    {
        if (IsVerbAlone(phrase) && !phrase.OfPeople && said.LastName.Text is { Length: > 0 } last)
        {
            var verb = Words.At(WordClass.Act, last, 0);
            var noun = verb > 1 && verb < last.Length ? said.LastName[verb..] : Cut.Empty;
            var same = said.Before[^1].Value.Quantity.Unit == phrase.First.Quantity.Unit;
            if (same && !noun.IsEmpty)
            {
                return Named.One(phrase.Left.Then(noun), inferred: true);
            }
        }
        if (IsVerbAlone(phrase) && phrase.Continues && said.LastName.Text is { Length: > 2 } beside)
        {
            var verb = Words.AtEnd(WordClass.Act, beside);
            if (verb == phrase.Left.Text.Length && verb < beside.Length)
            {
                return Named.One(said.LastName[..^verb].Then(phrase.Left), inferred: true);
            }
        }
        if (
            phrase.OfPeople
            && phrase.Right.IsEmpty
            && phrase.Left.Text.Length > 1
            && said.Subject.Text.EndsWith(phrase.Left.Text, StringComparison.Ordinal)
        )
        {
            return Named.One(said.Subject.With("人数"), inferred: true);
        }
        if (!IsBareVerb(phrase))
        {
            return null;
        }
        if (said.LastName.Text.StartsWith(phrase.Left.Text, StringComparison.Ordinal))
        {
            return Named.One(said.LastName, inferred: true);
        }
        var unit = phrase.First.Quantity.Unit!;
        var counted = unit is "人" or "名" or "位" ? "人数" : unit;
        return said.Subject.Text.EndsWith(phrase.Left.Text, StringComparison.Ordinal)
            ? Named.One(said.Subject.With(counted), inferred: true)
            : Named.One(phrase.Left.With(counted));
    }

    /// <summary>新开工保障房2.3万套，基本建成1.8万套: the verb's object is the one before.</summary>
    private static bool IsVerbAlone(Phrase phrase)
    {
        if (!phrase.Right.IsEmpty || phrase.Left.Text.Length is < 2 or > 6)
        {
            return false;
        }
        var verb = Words.AtEnd(WordClass.Act, phrase.Left.Text);
        return verb == phrase.Left.Text.Length
            || verb > 1 && Words.At(WordClass.Adverb, phrase.Left.Text, 0) == phrase.Left.Text.Length - verb;
    }

    private static bool IsBareVerb(Phrase phrase) =>
        phrase.Right.IsEmpty
        && !phrase.Left.IsEmpty
        && phrase.First.Quantity.Unit is { } unit
        && (phrase.OfPeople || unit.Length > 1 && unit != "人次")
        && !unit.EndsWith('元')
        && unit is not ("平方米" or "公里" or "公顷" or "立方米" or "百分点" or "千瓦" or "千瓦时")
        && Words.At(WordClass.Act, phrase.Left.Text, 0) == phrase.Left.Text.Length;

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
        && !cut.Text.Contains("通过", StringComparison.Ordinal)
        && !HasPreposition(cut.Text)
        && (!Words.Has(WordClass.Act, cut.Text) || EndsAsBody(cut.Text) && Words.At(WordClass.Act, cut.Text, 0) == 0);

    /// <summary>社区卫生服务中心, 二级以上医疗机构: a verb within does not make it a clause.</summary>
    private static bool EndsAsBody(string text) =>
        Words.AtEnd(WordClass.Person, text) > 0
        || "院校站所局委县市区旗镇乡村厂".Contains(text[^1])
        || text.EndsWith("中心", StringComparison.Ordinal);

    private static bool HasPreposition(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if ("与对为向以将从把".Contains(text[at]) && !Coordination.IsWithinWord(text, at))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Right before the subject stands 在, 为, 对 or the like: it says where or for whom, not who.</summary>
    private static bool IsAdverbial(Phrase phrase, Cut subject)
    {
        var at = subject.IsEmpty ? -1 : phrase.Lead.Text.IndexOf(subject.Text, StringComparison.Ordinal);
        return at > 0 && "在于为对向从以将".Contains(phrase.Lead.Text[at - 1]);
    }

    /// <summary>What a list that ends in 等 stands before: 钢铁、化工等重点行业 is 重点行业; a mere list is nothing.</summary>
    public static Cut AfterList(Cut cut)
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
        var others = right.Text.IndexOf("、所有", StringComparison.Ordinal);
        var to = others > from + 1 ? others : right.Text.Length;
        var purpose = Words.Find(WordClass.Purpose, right.Text, Math.Min(to, from + 2));
        return right[from..(purpose > 0 ? Math.Min(purpose, to) : to)];
    }

    private static readonly string[] Leads = ["以上", "的标准", "标准", "的比例", "比例", "的"];
}
