using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// Parts that do not fit their whole. In a sentence a part behind 其中 must not be greater than what it is part of
/// (医院36家，其中三级医院41家), and parts that are all there, being in brackets of their own or ending in 其他, add up
/// to it (机构100个（公立60个、民办30个）); parts behind 其中 may overlap (职工1200人，其中女性800人、党员500人), so their
/// sum says nothing. In a table a row 合计 is the sum of the rows it closes or opens. Rates and averages are never added.
/// </summary>
internal sealed class Totals(Document document)
{
    private const string Among = "其中";

    /// <summary>Characters: parts further on than a long sentence are of something else.</summary>
    private const int Reach = 300;

    /// <summary>The last part that says there are no more.</summary>
    private static readonly string[] Rest = ["其他", "其它", "其余"];

    private static readonly string[] Sums = ["合计", "总计", "共计"];

    /// <summary>A figure under such a name or in such a unit belongs to one row and is not part of a sum.</summary>
    private static readonly string[] Averages = ["人均", "平均", "率", "占", "比", "每", "密度", "均", "价", "指数"];

    /// <summary>Of the figures of sentences only where they stand: few are looked at again.</summary>
    private readonly Chunks<(Span Span, int Record, int Observation)> said = new();

    /// <summary>Tables with a row that sums.</summary>
    private readonly HashSet<int> summed = [];

    /// <summary>Each record in its turn, before <see cref="Check"/>.</summary>
    public void See(int at, IndicatorRecord record)
    {
        if (record.Origin == Origin.Prose)
        {
            for (var one = 0; one < record.Observations.Count; one++)
            {
                said.Add((record.Observations[one].Span, at, one));
            }
        }
        else if (IsSum(record))
        {
            summed.UnionWith(record.Observations.Select(one => one.Cell?.Table).OfType<int>());
        }
    }

    public IEnumerable<Finding> Check(IReadOnlyList<IndicatorRecord> records) =>
        InSentences(records).Concat(summed.Count == 0 ? [] : InTables(records));

    private IEnumerable<Finding> InSentences(IReadOnlyList<IndicatorRecord> records)
    {
        var order = new long[said.Count];
        for (var at = 0; at < order.Length; at++)
        {
            order[at] = (long)said[at].Span.Start << 32 | (uint)at;
        }
        Array.Sort(order);
        for (var at = 0; at + 1 < order.Length; at++)
        {
            if (Opening(said[(int)order[at]].Span, said[(int)order[at + 1]].Span) is not { } opening)
            {
                continue;
            }
            var whole = FigureAt(at);
            if (!whole.CanBeAdded)
            {
                continue;
            }
            var parts = Enumerable
                .Range(at + 1, order.Length - at - 1)
                .Select(FigureAt)
                .TakeWhile(part => part.Span.Start < opening.End)
                .Where(part => Depth(whole, part) == (opening.All ? 1 : 0))
                .TakeWhile(part => part.Adds(whole))
                .ToList();
            if (parts.Count > 0 && Fault(whole, parts, opening) is { } finding)
            {
                yield return finding;
            }
        }

        Figure FigureAt(int at)
        {
            var (_, record, one) = said[(int)order[at]];
            return new Figure(records[record], records[record].Observations[one]);
        }
    }

    /// <summary>How far the parts of a whole reach, where the words between it and the next figure begin some.</summary>
    private Parts? Opening(Span whole, Span next)
    {
        if (next.Start < whole.End)
        {
            return null;
        }
        var between = document.Shown.AsSpan(whole.End, next.Start - whole.End);
        var bracket = between.TrimStart().StartsWith("（") || between.TrimStart().StartsWith("(");
        var among = between.IndexOf(Among);
        if (bracket)
        {
            var close = Ahead(next).IndexOfAny('）', ')', '\n');
            return close < 0 || among >= 0 ? null : new Parts(next.End + close, All: true);
        }
        if (
            among < 0
            || between[..among].ContainsAny('；', ';', '\n')
            || between[among..].ContainsAny('。', '；', '\n')
        )
        {
            return null;
        }
        var ahead = Ahead(next);
        var stop = ahead.IndexOfAny('。', '；', '\n');
        return new Parts(next.End + (stop < 0 ? ahead.Length : stop), All: false);
    }

    private ReadOnlySpan<char> Ahead(Span figure) =>
        document.Shown.AsSpan(figure.End, Math.Min(Reach, document.Shown.Length - figure.End));

    /// <summary>Brackets that are open at a part and were not at the whole: what stands in more is a part of a part.</summary>
    private int Depth(Figure whole, Figure part)
    {
        var depth = 0;
        foreach (var c in document.Shown.AsSpan(whole.Span.End, part.Span.Start - whole.Span.End))
        {
            depth +=
                c is '（' or '(' ? 1
                : c is '）' or ')' ? -1
                : 0;
        }
        return depth;
    }

    private Finding? Fault(Figure whole, List<Figure> parts, Parts opening)
    {
        var most = whole.Bounds(document).Most;
        if (!opening.All && parts.Find(part => part.Bounds(document).Least > most) is { } greater)
        {
            return Report([whole, greater], $"{greater.Raw(document)} is said to be part of {whole.Raw(document)}");
        }
        var all = opening.All || Rest.Any(rest => parts[^1].Record.Name.StartsWith(rest, StringComparison.Ordinal));
        return all && parts.Count > 1 && !AddUp(whole, parts) ? Report([whole, .. parts], Sum(whole, parts)) : null;
    }

    private IEnumerable<Finding> InTables(IReadOnlyList<IndicatorRecord> records)
    {
        var figures = records
            .Where(record => record.Origin == Origin.Table)
            .SelectMany(record => record.Observations.Select(one => new Figure(record, one)))
            .Where(figure => figure.Observation.Cell is not null);
        var columns = figures
            .Where(figure => summed.Contains(TableOf(figure)))
            .GroupBy(figure => (figure.Observation.Cell!.Value.Table, figure.Observation.Cell.Value.Column));
        foreach (var column in columns)
        {
            var cells = column.OrderBy(figure => figure.Observation.Cell!.Value.Row).ToList();
            var sum = cells.FindIndex(IsSum);
            // One sum at either end closes or opens the whole column; sums between rows are of parts that no mark bounds.
            if (
                (sum == 0 || sum == cells.Count - 1)
                && cells.FindLastIndex(IsSum) == sum
                && cells.Where((_, at) => at != sum).ToList() is { Count: > 1 } rows
                && cells[sum].CanBeAdded
                && rows.TrueForAll(row => row.Adds(cells[sum]))
                && !HasPartsOfRows(rows)
                && !AddUp(cells[sum], rows)
            )
            {
                yield return Report([cells[sum], .. rows], Sum(cells[sum], rows));
            }
        }
    }

    private static int TableOf(Figure figure) => figure.Observation.Cell!.Value.Table;

    private static bool IsSum(Figure figure) => IsSum(figure.Record);

    private static bool IsSum(IndicatorRecord record) =>
        Array.Exists(Sums, sum => record.Name.StartsWith(sum, StringComparison.Ordinal));

    /// <summary>A row named after the row above it (其中：城镇) is counted there already.</summary>
    private static bool HasPartsOfRows(List<Figure> rows) =>
        rows.Zip(rows.Skip(1))
            .Any(pair => pair.Second.Record.Name.StartsWith(pair.First.Record.Name, StringComparison.Ordinal));

    private bool AddUp(Figure whole, List<Figure> parts)
    {
        var (least, most) = whole.Bounds(document);
        var bounds = parts.ConvertAll(part => part.Bounds(document));
        return bounds.Sum(one => one.Least) <= most && bounds.Sum(one => one.Most) >= least;
    }

    private string Sum(Figure whole, List<Figure> parts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"the parts of {whole.Raw(document)} add up to {parts.Sum(part => part.Value)}"
        );

    private Finding Report(IReadOnlyList<Figure> figures, string what)
    {
        var line = document.LineOf(figures[0].Span.Start).ToString(CultureInfo.InvariantCulture);
        return new Finding(
            Severity.Warning,
            "arithmetic-mismatch",
            $"{char.ToUpperInvariant(what[0])}{what[1..]} (line {line}); check the figures.",
            figures.Select(figure => figure.Span).Aggregate((one, other) => one.Union(other))
        )
        {
            Records = [.. figures.Select(figure => figure.Record.Id).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <param name="End">Offset at which the parts end.</param>
    /// <param name="All">There are no other parts.</param>
    private sealed record Parts(int End, bool All);

    private sealed record Figure(IndicatorRecord Record, Observation Observation)
    {
        public Span Span => Observation.Span;
        public decimal Value => Observation.Quantity.Value ?? 0;

        public bool CanBeAdded =>
            Observation.Quantity
                is { Kind: QuantityKind.Number, Comparator: Comparator.Equal, Approximate: false, Value: > 0 }
            && Measure is { IsRate: false }
            && !Array.Exists(Averages, word => Record.Name.Contains(word, StringComparison.Ordinal));

        public bool Adds(Figure whole) =>
            CanBeAdded
            && Measure!.Value.Unit == whole.Measure!.Value.Unit
            && Observation.Role == whole.Observation.Role
            && Observation.Period == whole.Observation.Period;

        /// <summary>Persons and bodies are counted whole; where no multiplier rounds them they are exact.</summary>
        public (decimal Least, decimal Most) Bounds(Document document)
        {
            var bounds = Printed.Bounds(document, Observation);
            return bounds.Most - bounds.Least == 1 && Measure is { Unit: "人" or "个" } ? (Value, Value) : bounds;
        }

        public string Raw(Document document) => document.Read(Span).Trim();

        private ConflictValue? Measure => ConflictValue.Of(Observation, Record.Name);
    }
}
