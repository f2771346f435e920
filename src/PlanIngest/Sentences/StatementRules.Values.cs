namespace PlanIngest.Sentences;

/// <summary>Names that stand before their values, and values that go on from a name said before.</summary>
internal static partial class StatementRules
{
    private static Named? DealtBack(Phrase phrase, Said said)
    {
        if (phrase.Values.Count < 2)
        {
            return null;
        }
        if (OfObjects(phrase, said) is { } objects)
        {
            return objects;
        }
        if (!phrase.Left.IsEmpty || !phrase.Right.IsEmpty)
        {
            return null;
        }
        if (
            !said.Topic.IsEmpty
            && (said.Own == 0 || said.Topic.Span.Start > said.Before[^1].Value.Span.Start)
            && Coordination.Split(said.Topic, "、和与及").Count == phrase.Values.Count
        )
        {
            return new Named(Coordination.Deal(said.Topic, phrase.Values.Count), Inferred: true);
        }
        var told = said.Before.Where(one => one.Rule != "share-of-plan").ToList();
        var last = told.TakeLast(phrase.Values.Count).ToList();
        var dealt = last.Count == phrase.Values.Count && last.TrueForAll(one => one.Clause == last[0].Clause);
        if (dealt && (last[0].Clause == phrase.Clause || last.DistinctBy(one => one.Name.Text).Count() == last.Count))
        {
            return new Named([.. last.Select(one => one.Name)], Inferred: true);
        }
        if (!phrase.Singly)
        {
            return null;
        }
        if (last.Count == phrase.Values.Count && last.TrueForAll(one => one.Name.Text == last[0].Name.Text))
        {
            return Named.One(last[0].Name, inferred: true);
        }
        var names = new List<Cut>();
        for (var at = told.Count - 1; at >= 0 && names.Count < phrase.Values.Count; at--)
        {
            if (!names.Exists(name => name.Text == told[at].Name.Text))
            {
                names.Insert(0, told[at].Name);
            }
        }
        return names.Count == phrase.Values.Count ? new Named(names, Inferred: true) : null;
    }

    /// <summary>
    /// 苎麻和柞蚕茧的生产，分别安排了144万担和145万担的产量: the things stand in the clause before, the measure behind the
    /// values. Not: 小麦和玉米的生产，分别安排了3个和5个示范区.
    /// </summary>
    private static Named? OfObjects(Phrase phrase, Said said)
    {
        var measure = phrase.Right.Text.TrimStart('的');
        if (!phrase.Singly || measure.Length is < 2 or > 4 || !Generic.Contains(measure) || said.Object.IsEmpty)
        {
            return null;
        }
        var things = said.Object;
        things = things.Text.EndsWith("的生产", StringComparison.Ordinal) ? things[..^3] : things;
        things = things[(things.Text.LastIndexOf('的') + 1)..];
        var parts = Coordination.Split(things, "、和与及");
        var behind = phrase.Right[^measure.Length..];
        return parts.Count == phrase.Values.Count
            ? new Named([.. parts.Select(part => part.Then(behind))], Inferred: true)
            : null;
    }

    private static Named? NameValue(Phrase phrase, Said said)
    {
        if (phrase.Left.IsEmpty)
        {
            return null;
        }
        var left = NameEnds.WithoutArranged(WithoutList(phrase.Left));
        var share = left.Text.IndexOf("分别按", StringComparison.Ordinal);
        left = share > 1 ? left[..share] : left;
        var part = left.Text.IndexOf("将占", StringComparison.Ordinal);
        left = part > 1 ? left[..part].Then(left[(part + 1)..]) : left;
        if (!said.LastName.IsEmpty && Parts.Any(part => left.Text.StartsWith(part, StringComparison.Ordinal)))
        {
            left = said.LastName.Then(left);
            left = phrase.Lead.Text.EndsWith('的') && !Words.IsMeasure(left.Text) ? left.With("的比例") : left;
            return Named.One(left, inferred: true);
        }
        if (left.Text.Length <= 4 && Generic.Contains(left.Text) && said.Own == 0 && !said.Object.IsEmpty)
        {
            return Named.One(Subject(said.Object).Then(left), inferred: true);
        }
        if (
            phrase.Values.Count == 1
            && left.Text.Length is > 1 and <= 4
            && Words.IsMeasure(left.Text)
            && said.LastName.Text.Length > left.Text.Length
            && said.LastName.Text.EndsWith(left.Text, StringComparison.Ordinal)
            && phrase.First.Quantity.Kind == Model.QuantityKind.Change
        )
        {
            return Named.One(said.LastName, inferred: true);
        }
        if (!said.Place.IsEmpty && said.Own == 0 && left.Text is "面积" or "总面积" or "建筑面积" or "占地面积")
        {
            return Named.One(said.Place.Then(left), inferred: true);
        }
        if (DoneByCounted(left, phrase, said))
        {
            return Named.One(said.LastName.Then(left), inferred: true);
        }
        left = WithoutPromise(left, phrase);
        if (left.IsEmpty)
        {
            return said.LastName.IsEmpty ? null : Named.One(Whole(said), inferred: true);
        }
        if (phrase.Values.Count > 1)
        {
            return new Named(DealtWithin(left, phrase.Values.Count) ?? Coordination.Deal(left, phrase.Values.Count));
        }
        return new Named(Coordination.Each(left, phrase.Singly || SaysSameOfEach(phrase))) { ForEach = true };
    }

    /// <summary>1517个重点项目完成投资2575亿元: what those counted right before it did.</summary>
    private static bool DoneByCounted(Cut left, Phrase phrase, Said said) =>
        said.Own > 0
        && said.Before[^1] is { Clause: var clause, Name: { IsEmpty: false } name }
        && clause == phrase.Clause
        && name.Places[^1] + 1 == left.Places[0]
        && (
            left.Text.StartsWith("完成", StringComparison.Ordinal)
            || left.Text.StartsWith("实现", StringComparison.Ordinal)
        );

    /// <summary>粮食 of 粮食连年丰收: what stands before how it does.</summary>
    private static Cut Subject(Cut clause)
    {
        var how = Words.Find(WordClass.Adverb, clause.Text, 2);
        return how > 1 ? clause[..how] : clause;
    }

    private static readonly string[] Parts = ["占", "等于", "相当于"];

    /// <summary>Measures that are of nothing by themselves.</summary>
    private static readonly IReadOnlyList<string> Generic =
    [
        "覆盖率",
        "完成率",
        "达标率",
        "合格率",
        "普及率",
        "占比",
        "比例",
        "办结率",
        "满意率",
        "满意度",
        "总投资",
        "总产值",
        "产值",
        "产量",
        "总量",
        "总面积",
        "总额",
        "总数",
        "参与率",
        "使用率",
        "利用率",
        "入住率",
        "签约率",
        "知晓率",
        "增速",
        "总规模",
        "年产量",
        "年产值",
    ];

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
        if (!said.Topic.IsEmpty && (said.Own == 0 || said.Topic.Span.Start > said.Before[^1].Value.Span.Start))
        {
            return new Named(Coordination.Deal(said.Topic, phrase.Values.Count), Inferred: true);
        }
        if (OfAll(phrase, said) is { Count: > 1 } all)
        {
            return new Named(all, Inferred: true) { ForEach = true };
        }
        if (
            IsOfObject(phrase, said)
            || IsOfList(phrase, said)
            || said.Own == 0 && phrase.Joined && said.Object.Text.EndsWith("目标", StringComparison.Ordinal)
        )
        {
            return Named.One(said.Object, inferred: true);
        }
        if (
            phrase.First.Quantity.Kind == Model.QuantityKind.Change
            || said.Own > 0 && said.Before[^1].Rule is "share-of-plan" or "plan-itself"
        )
        {
            var whole = Whole(said);
            if (!whole.IsEmpty)
            {
                return Named.One(whole, inferred: true);
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

    /// <summary>钢的生产能力，就有一百四十二万吨；新建的铁路，就有三千公里: other units, so of what was named in between.</summary>
    private static bool IsOfObject(Phrase phrase, Said said) =>
        said.Own > 0
        && !said.Object.IsEmpty
        && said.Object.Span.Start > said.Before[^1].Value.Span.End
        && phrase.First.Quantity.Kind == Model.QuantityKind.Number
        && phrase.First.Quantity.Unit != said.Before[^1].Value.Quantity.Unit
        && !phrase.IsShare
        && !Words.Has(WordClass.Predicate, said.Object.Text);

    /// <summary>原煤7亿吨，原油1亿吨，都比上年增长8%: of all that were told in one unit. Not: 比上年增长8%.</summary>
    private static List<Cut> OfAll(Phrase phrase, Said said) =>
        phrase.First.Quantity.Change is { Mode: Model.ChangeMode.Relative or Model.ChangeMode.Multiple }
        && phrase.Lead.Text.TrimStart('，', '；') is "都" or "均" or "也都" or "分别都"
            ?
            [
                .. said
                    .Before.TakeLast(said.Own)
                    .Reverse()
                    .TakeWhile(one =>
                        one.Value.Quantity.Kind == Model.QuantityKind.Number
                        && one.Value.Quantity.Unit == said.Before[^1].Value.Quantity.Unit
                    )
                    .Reverse()
                    .Select(one => one.Name),
            ]
            : [];

    /// <summary>猪肉、羊肉、蔬菜等副食品，都增长30%: a list of things told of just before. Not: 农业、工业发展较快，增长5%.</summary>
    private static bool IsOfList(Phrase phrase, Said said) =>
        phrase.First.Quantity.Change is { Mode: Model.ChangeMode.Relative }
        && (said.Own == 0 || said.Object.Span.Start > said.Before[^1].Value.Span.End)
        && said.Object.Text.LastIndexOf('、') is > 0 and var mark
        && said.Object.Text.IndexOf('等', mark) is > 0 and var rest
        && said.Object.Text.Length - rest is > 2 and <= 8
        && !Words.Has(WordClass.Predicate, said.Object.Text)
        && !Words.Has(WordClass.Adverb, said.Object.Text)
        && !Words.Has(WordClass.Change, said.Object.Text);

    /// <summary>“甲中心”“乙中心”等市级科研平台 is 市级科研平台; 失能、残疾等老年人签约率 stays as it is.</summary>
    private static Cut WithoutList(Cut cut)
    {
        if (cut.Text[^1] == '等' && cut.Text.Length > 2)
        {
            return cut[..^1];
        }
        var after = AfterList(cut);
        var list = cut.Text.Length - after.Text.Length;
        return after.Text.Length > 3 && list > 12 && cut.Text[..list].Contains('”') ? after : cut;
    }
}
