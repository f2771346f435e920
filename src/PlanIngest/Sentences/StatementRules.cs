namespace PlanIngest.Sentences;

/// <summary>What has been said before in the sentence that a phrase may lean on.</summary>
/// <param name="Before">The statements before, the last of the sentence before included.</param>
/// <param name="Own">How many of them are of this sentence.</param>
/// <param name="Topic">The measure that a clause before named without a value.</param>
/// <param name="Subject">What a sentence before said the paragraph is about: 健康管理方面。</param>
/// <param name="Object">What the clause before, without a value, was about.</param>
internal sealed record Said(IReadOnlyList<Statement> Before, int Own, Cut Topic, Cut Subject, Cut Object)
{
    /// <summary>What a clause of the sentence said is built: 完善技能中心建设.</summary>
    public Cut Place { get; init; } = Cut.Empty;

    /// <summary>Of this sentence; empty for none.</summary>
    public Cut LastName => Own > 0 ? Before[^1].Name : Cut.Empty;

    /// <summary>Of this sentence or the one before.</summary>
    public Cut LastNameAnywhere => Before.Count > 0 ? Before[^1].Name : Cut.Empty;
}

/// <summary>The names a rule found: one for all values or one for each.</summary>
internal readonly record struct Named(IReadOnlyList<Cut> Names, bool Inferred = false)
{
    /// <summary>Whose the thing is, where what follows may be theirs too: 市级医院拥有名医10名、名科5个.</summary>
    public Cut Owner { get; init; } = Cut.Empty;

    /// <summary>Each value is said of each name, not one of one.</summary>
    public bool ForEach { get; init; }

    public static Named One(Cut name, bool inferred = false) => new([name], inferred);
}

/// <summary>A way of saying what a value is of.</summary>
internal sealed record StatementRule(string Name, Func<Phrase, Said, Named?> Read);

/// <summary>The ways, in the order they are tried; the first that reads the phrase names its values.</summary>
internal static partial class StatementRules
{
    public static readonly IReadOnlyList<StatementRule> All =
    [
        // 为预算的102.4%; 完成年计划的98%. Not: 占总支出的80%.
        new("share-of-plan", ShareOfPlan),
        // 完成年初预算245800万元的59.74%: the plan's own figure. Not: 完成投资120亿元.
        new("plan-itself", PlanItself),
        // 快于序时进度3.4个百分点; 按年平均汇率计算5686美元; 扣除物价因素增长5%. Not: 比重提高2个百分点.
        new("compared-on", ComparedOn),
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
        // 覆盖超百万用户: the unit is the thing; 生猪存栏45万头、出栏68万头: the subject is shared. Not: 投资3亿元.
        new("verb-unit", VerbUnit),
        // 小学43所，招生4912人，生均图书43册. Not: 新增就业3310人，教职工7500人.
        new("belonging", Belonging),
        // 人均预期寿命达到79岁; 婴儿死亡率、孕产妇死亡率分别为3‰和15/10万. Not: 达到79岁.
        new("name-value", NameValue),
        // ，增长52.76%; ，比2015年提高1.15岁. Not: the first words of a text.
        new("carried", Carried),
    ];
}
