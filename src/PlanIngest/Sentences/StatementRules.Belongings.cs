namespace PlanIngest.Sentences;

/// <summary>What belongs to the bodies counted before: 小学43所，招生4912人，生均图书43册.</summary>
internal static partial class StatementRules
{
    /// <summary>
    /// 小学43所，招生4912人，教职工1980人: the pupils and teachers of the primary schools. Not: 新增就业3310人，教职工7500人,
    /// where no body was counted; 各级各类学校268所，在校生86540人, where all were.
    /// </summary>
    private static Named? Belonging(Phrase phrase, Said said)
    {
        if (phrase.Left.IsEmpty || !phrase.Right.IsEmpty || phrase.Values.Count > 1 || said.Own == 0)
        {
            return null;
        }
        var left = phrase.Left;
        if (
            Kinds.Contains(left.Text)
            && said.Before[^1] is { } last
            && last.Value.Quantity.Unit == phrase.First.Quantity.Unit
            && (!last.IsPart || Kinds.Any(last.Name.Text.StartsWith))
        )
        {
            var whole = said.Before.TakeLast(said.Own).LastOrDefault(one => !Kinds.Any(one.Name.Text.StartsWith));
            return Named.One(left.Then(whole?.Name ?? Cut.Empty), inferred: true);
        }
        if (PerBody.Exists(left.Text.StartsWith))
        {
            var at = said.LastName.Text.IndexOf('均') - 1;
            return at > 0 && PerBody.Contains(said.LastName.Text.Substring(at, 2))
                ? Named.One(said.LastName[..at].Then(left), inferred: true)
                : null;
        }
        if (Coordination.HeadOfMeasure(said.LastName, left) is > 0 and var head)
        {
            return Named.One(said.LastName[..head].Then(left), inferred: true);
        }
        if (Words.At(WordClass.Belonging, left.Text, 0) != left.Text.Length)
        {
            return null;
        }
        for (var at = said.Before.Count - 1; at >= said.Before.Count - said.Own; at--)
        {
            var one = said.Before[at];
            if (one.Value.Quantity.Unit is "所" or "家" or "个" && one.Value.Quantity.Change is null)
            {
                var isTotal = one.Name.Text.Contains("各类", StringComparison.Ordinal) || one.Name.Text == "学校";
                return isTotal ? null : Named.One(one.Name.Then(left), inferred: true);
            }
        }
        return null;
    }

    /// <summary>养老机构23家，其中公办18家、民办5家.</summary>
    private static readonly IReadOnlyList<string> Kinds = ["公办", "民办", "公立", "民营", "私立"];

    private static readonly List<string> PerBody = ["生均", "校均", "班均", "师均"];
}
