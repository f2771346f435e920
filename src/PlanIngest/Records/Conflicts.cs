using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>Finds records that state the same indicator for the same period and role and cannot both hold.</summary>
public static class Conflicts
{
    public static (IReadOnlyList<Conflict> Conflicts, IReadOnlyList<Finding> Findings) Find(
        Document document,
        DocumentHead head,
        IReadOnlyList<IndicatorRecord> records
    )
    {
        var claims = new ClaimIndex();
        var totals = new Totals(document);
        var findings = new List<Finding>();
        for (var at = 0; at < records.Count; at++)
        {
            var record = records[at];
            var name = ConflictNames.KeyOf(record.Name);
            for (var one = 0; name is not null && one < record.Observations.Count; one++)
            {
                if (ClaimOf(head, record, one, name) is { } claim)
                {
                    claims.Add(claim.Subject.GetHashCode(), at, one, record.Observations[one].Cell?.Table);
                }
            }
            totals.See(at, record);
            if (Arithmetic.Check(document, record) is { } finding)
            {
                findings.Add(finding);
            }
        }
        var found = new List<(int First, Conflict Conflict)>();
        foreach (var places in claims.Repeated())
        {
            foreach (var (first, alike) in BySubject(head, records, places))
            {
                if (alike.Count > 1 && Disagreeing(document, alike) is { Count: > 1 } disagreeing)
                {
                    found.Add((first, Describe(document, disagreeing)));
                }
            }
        }
        findings.AddRange(totals.Check(records));
        return ([.. found.OrderBy(one => one.First).Select(one => one.Conflict)], findings);
    }

    /// <summary>The claims at these places, which have one hash, by subject; no more of each than are compared.</summary>
    private static Dictionary<Subject, (int First, List<Claim> Claims)>.ValueCollection BySubject(
        DocumentHead head,
        IReadOnlyList<IndicatorRecord> records,
        IEnumerable<(int Order, int Record, int Observation)> places
    )
    {
        var subjects = new Dictionary<Subject, (int First, List<Claim> Claims)>();
        foreach (var (order, at, one) in places)
        {
            var record = records[at];
            var claim = ClaimOf(head, record, one, ConflictNames.KeyOf(record.Name)!)!.Value;
            if (!subjects.TryGetValue(claim.Subject, out var group))
            {
                subjects.Add(claim.Subject, group = (order, []));
            }
            if (group.Claims.Count < ConflictTolerances.Default.MostClaims)
            {
                group.Claims.Add(claim);
            }
        }
        return subjects.Values;
    }

    /// <summary>What an observation claims; null where it cannot disagree with another.</summary>
    private static Claim? ClaimOf(DocumentHead head, IndicatorRecord record, int at, string name)
    {
        var observation = record.Observations[at];
        if (ConflictValue.Of(observation, record.Name) is not { } value || IsSaidByValue(record, observation))
        {
            return null;
        }
        var target = observation.Role == Role.Target;
        var period = target ? TargetPeriod(head, observation.Period) : ActualPeriod(head, observation.Period, value);
        return new Claim(record, observation, value, new Subject(name, target, period, observation.Series));
    }

    /// <summary>
    /// 2340 | 2600 | 11%: the row prints the value its growth leads to, and that is what can disagree; the growth is
    /// rounded. Whether the three fit is <see cref="Arithmetic"/>'s question.
    /// </summary>
    private static bool IsSaidByValue(IndicatorRecord record, Observation observation) =>
        observation is { Quantity.Kind: QuantityKind.Change, Period: { } period }
        && record.Observations.Any(other =>
            other.Quantity.Kind == QuantityKind.Number
            && other.Role == observation.Role
            && other.Period?.LastYear == period.LastYear
        );

    /// <summary>The whole plan period, its last year and no year are one.</summary>
    private static string TargetPeriod(DocumentHead head, Period? period) =>
        period is null || period.Value.LastYear == head.PlanPeriod?.End ? "" : period.Value.ToString();

    /// <summary>
    /// An actual without a year counts as the year its part reports on: the year before the plan, the year before a
    /// report. So does the level reached in a period that ends there.
    /// </summary>
    private static string ActualPeriod(DocumentHead head, Period? period, ConflictValue value)
    {
        var reported = head.PlanPeriod is { } plan ? plan.Start - 1 : head.IssuedOn?.LastYear - 1;
        return period switch
        {
            null => reported?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            { IsInterval: true } interval when !value.IsRate => interval.ToString(),
            { } point => point.LastYear.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Of claims on one subject those that disagree with one before them, and the ones they disagree with.</summary>
    private static List<Claim> Disagreeing(Document document, List<Claim> claims)
    {
        var tolerances = ConflictTolerances.Default;
        var named = new SortedSet<int>();
        for (var later = 1; later < claims.Count && named.Count < tolerances.MostObservations; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (
                    Comparable(document, claims[earlier], claims[later], tolerances)
                    && Disagree(claims[earlier], claims[later], tolerances)
                )
                {
                    named.Add(earlier);
                    named.Add(later);
                }
            }
        }
        return [.. named.Take(tolerances.MostObservations).Select(at => claims[at])];
    }

    private static bool Disagree(Claim first, Claim second, ConflictTolerances tolerances) =>
        first.Value.DiffersInUnit(second.Value)
        || !first.Value.Agrees(second.Value, first.Subject.IsTarget, tolerances);

    /// <summary>
    /// Two claims are of one thing where a table row and a sentence name it alike. Two sentences that count things of
    /// the past (建成3个, 建成5个) are of different places more often than not, and so are two rates with a short name
    /// (管理率) or of one paragraph; two tables are of different parts.
    /// </summary>
    private static bool Comparable(Document document, Claim first, Claim second, ConflictTolerances tolerances)
    {
        if (first.Record.Id == second.Record.Id)
        {
            return false;
        }
        return (first.Record.Origin, second.Record.Origin) switch
        {
            (Origin.Table, Origin.Table) => first.Observation.Cell?.Table != second.Observation.Cell?.Table
                && first.Record.Category.SequenceEqual(second.Record.Category),
            (Origin.Prose, Origin.Prose) => (first.Subject.IsTarget || first.Value.IsRate)
                && first.Subject.Name.Length >= tolerances.ShortestSaidTwice
                && document.LineOf(first.Observation.Span.Start) != document.LineOf(second.Observation.Span.Start),
            _ => true,
        };
    }

    private static Conflict Describe(Document document, List<Claim> claims)
    {
        var first = claims[0];
        var kind =
            claims.Skip(1).Any(claim => claim.Value.DiffersInUnit(first.Value)) ? ConflictKind.Unit
            : first.Subject.IsTarget ? ConflictKind.Target
            : ConflictKind.Actual;
        return new Conflict(
            kind,
            first.Record.Name,
            claims.Select(claim => claim.Observation.Period).FirstOrDefault(period => period is { IsInterval: false })
                ?? first.Observation.Period,
            [.. claims.Select(claim => new ObservationRef(claim.Record.Id, claim.Observation.Id))],
            string.Join("; ", claims.Select(claim => Where(document, claim.Observation)))
        );
    }

    private static string Where(Document document, Observation observation)
    {
        var raw = string.Join(
            ' ',
            document.Read(observation.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return observation.Cell is { } cell
            ? $"{raw} in table {cell.Table}, row {cell.Row}"
            : $"{raw} in line {document.LineOf(observation.Span.Start)}";
    }

    private readonly record struct Subject(string Name, bool IsTarget, string Period, string? Series);

    private readonly record struct Claim(
        IndicatorRecord Record,
        Observation Observation,
        ConflictValue Value,
        Subject Subject
    );
}
