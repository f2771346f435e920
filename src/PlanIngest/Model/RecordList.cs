using System.Collections;
using System.Globalization;
using System.Text;

namespace PlanIngest.Model;

/// <summary>
/// Records in order, held so that a table of a million rows fits: the first as they are, of each after them
/// only what tells it from others. Such a record is made again whenever it is asked for: always the same one by its
/// members, never the same object.
/// </summary>
/// <param name="shown">The document's text as shown, where names and ordinals stand.</param>
public sealed class RecordList(string shown) : IReadOnlyList<IndicatorRecord>
{
    /// <summary>So many records are a document of a hundred pages; they need no saving.</summary>
    private const int Whole = 1024;

    private const ulong NoId = ulong.MaxValue;

    private readonly Chunks<IndicatorRecord> whole = new();
    private readonly Chunks<Row> rows = new();
    private readonly Chunks<Value> values = new();
    private readonly Chunks<WordPlaces> places = new();
    private readonly Chunks<string> words = new();
    private readonly Chunks<Setting> settings = new();
    private readonly Patterns<IndicatorRecord> records = new(RecordAlike.Instance);
    private readonly Patterns<PlacedObservation> observations = new(ObservationAlike.Instance);

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
        if (record is not { Place: null, Review: null } || IdOf(record.Id) is not { } id || !AreAlikeInTable(record))
        {
            return false;
        }
        var setting = SettingOf(record);
        var shared = WordPlaces.SharedBy(record);
        var row = new Row
        {
            Id = id,
            Span = record.Span,
            Name = WordsOf(record.Span, record.Name),
            Ordinal = WordsOf(record.Span, record.Ordinal),
            Setting = setting,
            Pattern = records.Of(record),
            First = values.Count,
            Count = (short)record.Observations.Count,
            Places = places.Count,
            Step = (short)(shared is null ? 1 : 0),
        };
        for (var at = 0; at < record.Observations.Count; at++)
        {
            var one = record.Observations[at];
            var pattern = observations.Of(new PlacedObservation(one, record.Span, settings[setting].Anchor));
            values.Add(new Value(one.Quantity.Value ?? 0, one.Span, pattern, one.Cell?.Row ?? 0));
            if (shared is null)
            {
                places.Add(WordPlaces.Of(one, record.Span));
            }
        }
        if (shared is { } once)
        {
            places.Add(once);
        }
        rows.Add(row);
        return true;
    }

    private static bool AreAlikeInTable(IndicatorRecord record)
    {
        for (var at = 0; at < record.Observations.Count; at++)
        {
            if (
                record.Observations[at] is not { Place: null, Level: null, Quantity: { Low: null, High: null } } one
                || one.Cell?.Table != record.Observations[0].Cell?.Table
            )
            {
                return false;
            }
        }
        return record.Observations.Count <= short.MaxValue;
    }

    /// <summary>The number of its table's setting, which the row before it mostly has too; a sentence's is its own.</summary>
    private int SettingOf(IndicatorRecord record)
    {
        var first = record.Observations.Count > 0 ? record.Observations[0] : null;
        var table = first?.Cell?.Table ?? 0;
        var last = settings.Count - 1;
        var keyWords = record.Origin == Origin.Prose && SaysNoMore(record) ? null : record.KeyWords;
        if (
            last < 0
            || !ReferenceEquals(settings[last].KeyWords, keyWords)
            || first is not null && settings[last].Table != table
        )
        {
            settings.Add(new Setting(keyWords, table, first?.Evidence.Header?.Start ?? 0));
        }
        return settings.Count - 1;
    }

    /// <summary>The key words of most sentences are just the clause without its values: they are not kept.</summary>
    private bool SaysNoMore(IndicatorRecord record) =>
        record.KeyWords.Length > 0 && record.KeyWords == WordsBeside(record.Span, record.Observations);

    /// <summary>The stretch without blanks, markup and the words of the values. Asked for each record at each look, so
    /// each value is asked for its place once, not for every character.</summary>
    private string WordsBeside(Span stretch, IReadOnlyList<Observation> values)
    {
        var left = new StringBuilder(stretch.Length);
        var at = stretch.Start;
        for (var next = 0; next < values.Count && at < stretch.End; next++)
        {
            var value = values[next].Span;
            if (value.End > at)
            {
                AddWords(left, at, Math.Min(value.Start, stretch.End));
                at = value.End;
            }
        }
        AddWords(left, at, stretch.End);
        return left.ToString();
    }

    private void AddWords(StringBuilder to, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (shown[at] != Document.Hidden && !White.Is(shown[at]))
            {
                to.Append(shown[at]);
            }
        }
    }

    private IndicatorRecord Made(int at)
    {
        ref var row = ref rows[at];
        if (row.Pattern < 0)
        {
            return whole[~row.Pattern];
        }
        ref var setting = ref settings[row.Setting];
        var made = new Observation[row.Count];
        for (var value = 0; value < made.Length; value++)
        {
            made[value] = Made(in setting, in values[row.First + value], in places[row.Places + value * row.Step]);
        }
        return records[row.Pattern] with
        {
            Id = row.Id == NoId ? "" : string.Create(CultureInfo.InvariantCulture, $"r-{row.Id:x12}"),
            Name = Read(row.Name)!,
            Ordinal = Read(row.Ordinal),
            Span = row.Span,
            KeyWords = setting.KeyWords ?? WordsBeside(row.Span, made),
            Observations = made,
        };
    }

    private Observation Made(in Setting setting, in Value value, in WordPlaces words)
    {
        var pattern = observations[value.Pattern];
        var like = pattern.Observation;
        return like with
        {
            Span = value.Span,
            Cell = like.Cell is { } cell ? new TableCell(setting.Table, value.Row, cell.Column) : null,
            Quantity = like.Quantity.Value is null ? like.Quantity : like.Quantity with { Value = value.Number },
            Evidence = like.Evidence with
            {
                Name = like.Evidence.Name is null ? null : words.Name,
                Unit = like.Evidence.Unit is null ? null : words.Unit,
                Header = pattern.HeaderFrom(setting.Anchor),
                Period = pattern.HasOwnPeriod ? words.Period : pattern.PeriodFrom(setting.Anchor),
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
        public int Setting;

        /// <summary>Below zero: the record is kept whole.</summary>
        public int Pattern;
        public int First;
        public short Count;

        /// <summary>Of one observation after another; with a step of 0 they share the first.</summary>
        public short Step;
        public int Places;
    }

    private readonly record struct Value(decimal Number, Span Span, int Pattern, int Row);

    /// <summary>What the rows of a table have alike. Places in its header are counted from the anchor, so that tables
    /// with the same header have the same patterns.</summary>
    private readonly record struct Setting(string? KeyWords, int Table, int Anchor);
}
