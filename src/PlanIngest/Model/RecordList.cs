using System.Collections;
using System.Globalization;

namespace PlanIngest.Model;

/// <summary>
/// Records in order, held so that a table of a million rows fits: the first few thousand as they are, of each table row
/// after them only what tells it from other rows. Such a record is made again whenever it is asked for: always the same
/// one by its members, never the same object.
/// </summary>
/// <param name="shown">The document's text as shown, where names and ordinals stand.</param>
public sealed class RecordList(string shown) : IReadOnlyList<IndicatorRecord>
{
    /// <summary>So many records are a document of some hundred pages; they need no saving.</summary>
    private const int Whole = 4096;

    private const ulong NoId = ulong.MaxValue;

    private readonly Chunks<IndicatorRecord> whole = new();
    private readonly Chunks<Row> rows = new();
    private readonly Chunks<Value> values = new();
    private readonly Chunks<string> words = new();
    private readonly RecordPatterns<IndicatorRecord> records = new(RecordAlike.Instance);
    private readonly RecordPatterns<Observation> observations = new(ObservationAlike.Instance);

    public int Count => Math.Min(whole.Count, Whole) + rows.Count;

    public IndicatorRecord this[int at] => at < Whole ? whole[at] : Made(at - Whole);

    public Span SpanOf(int at) => at < Whole ? whole[at].Span : rows[at - Whole].Span;

    public void Add(IndicatorRecord record)
    {
        if (whole.Count < Whole)
        {
            whole.Add(record);
        }
        else if (!TryPack(record))
        {
            rows.Add(new Row { Span = record.Span, Pattern = ~whole.Count });
            whole.Add(record);
        }
    }

    public void AddRange(IEnumerable<IndicatorRecord> more)
    {
        foreach (var record in more)
        {
            Add(record);
        }
    }

    public IEnumerator<IndicatorRecord> GetEnumerator()
    {
        for (var at = 0; at < Count; at++)
        {
            yield return this[at];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool TryPack(IndicatorRecord record)
    {
        if (
            record is not { Origin: Origin.Table, Place: null, Review: null }
            || IdOf(record.Id) is not { } id
            || Shared(record.Observations) is not var (name, unit)
            || records.Of(record) is not { } pattern
        )
        {
            return false;
        }
        var first = values.Count;
        Span<int> patterns = stackalloc int[byte.MaxValue];
        for (var at = 0; at < record.Observations.Count; at++)
        {
            if (observations.Of(record.Observations[at]) is not { } known)
            {
                return false;
            }
            patterns[at] = known;
        }
        for (var at = 0; at < record.Observations.Count; at++)
        {
            var one = record.Observations[at];
            values.Add(new Value(one.Quantity.Value ?? 0, one.Span, patterns[at], one.Cell!.Value.Row));
        }
        rows.Add(
            new Row
            {
                Id = id,
                Span = record.Span,
                Name = WordsOf(record.Span, record.Name),
                Ordinal = WordsOf(record.Span, record.Ordinal),
                NameSpan = name,
                UnitSpan = unit,
                Pattern = pattern,
                First = first,
                Count = (byte)record.Observations.Count,
            }
        );
        return true;
    }

    /// <summary>The spans of name and unit where all observations have the same, as those of a row do; else null.</summary>
    private static (Span Name, Span Unit)? Shared(IReadOnlyList<Observation> all)
    {
        Span? name = null;
        Span? unit = null;
        if (all.Count >= byte.MaxValue)
        {
            return null;
        }
        for (var at = 0; at < all.Count; at++)
        {
            var one = all[at];
            if (
                one is not { Place: null, Level: null, Cell: not null, Quantity: { Low: null, High: null } }
                || (name ??= one.Evidence.Name) != (one.Evidence.Name ?? name)
                || (unit ??= one.Evidence.Unit) != (one.Evidence.Unit ?? unit)
            )
            {
                return null;
            }
        }
        return (name ?? default, unit ?? default);
    }

    private IndicatorRecord Made(int at)
    {
        ref var row = ref rows[at];
        if (row.Pattern < 0)
        {
            return whole[~row.Pattern];
        }
        var made = new Observation[row.Count];
        for (var value = 0; value < made.Length; value++)
        {
            made[value] = Made(in row, in values[row.First + value]);
        }
        return records[row.Pattern] with
        {
            Id = row.Id == NoId ? "" : string.Create(CultureInfo.InvariantCulture, $"r-{row.Id:x12}"),
            Name = Read(row.Name)!,
            Ordinal = Read(row.Ordinal),
            Span = row.Span,
            Observations = made,
        };
    }

    private Observation Made(in Row row, in Value value)
    {
        var pattern = observations[value.Pattern];
        return pattern with
        {
            Span = value.Span,
            Cell = pattern.Cell!.Value with { Row = value.Row },
            Quantity = pattern.Quantity.Value is null
                ? pattern.Quantity
                : pattern.Quantity with
                {
                    Value = value.Number,
                },
            Evidence = pattern.Evidence with
            {
                Name = pattern.Evidence.Name is null ? null : row.NameSpan,
                Unit = pattern.Evidence.Unit is null ? null : row.UnitSpan,
            },
        };
    }

    /// <summary>Null for an id that is not made by <see cref="Records.RecordKeys"/>.</summary>
    private static ulong? IdOf(string id) =>
        id.Length == 0 ? NoId
        : id.Length == 14
        && id.StartsWith("r-", StringComparison.Ordinal)
        && ulong.TryParse(id.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
        : null;

    /// <summary>Words of a row mostly stand in it as they are; others are kept. Null has the length -1.</summary>
    private Span WordsOf(Span row, string? text)
    {
        if (text is null)
        {
            return new Span(0, -1);
        }
        var at = shown.AsSpan(row.Start, row.Length).IndexOf(text);
        if (at >= 0)
        {
            return new Span(row.Start + at, text.Length);
        }
        words.Add(text);
        return new Span(-words.Count, text.Length);
    }

    private string? Read(Span at) =>
        at.Length < 0 ? null
        : at.Start < 0 ? words[-at.Start - 1]
        : shown.Substring(at.Start, at.Length);

    private struct Row
    {
        public ulong Id;
        public Span Span;
        public Span Name;
        public Span Ordinal;
        public Span NameSpan;
        public Span UnitSpan;

        /// <summary>Below zero: the record is kept whole.</summary>
        public int Pattern;
        public int First;
        public byte Count;
    }

    private readonly record struct Value(decimal Number, Span Span, int Pattern, int Row);
}
