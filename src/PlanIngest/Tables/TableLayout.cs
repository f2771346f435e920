using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Tables;

/// <summary>The rows over the body: titles no header (a caption in the first row, a unit line), then the header.</summary>
internal readonly record struct HeaderRows(int Titles, int Body)
{
    public bool Found => Body > Titles;
    public int Levels => Body - Titles;
}

/// <summary>What a whole table is: how its rows and columns are meant.</summary>
internal sealed record TableLayout
{
    public required Grid Grid { get; init; }
    public required HeaderRows Header { get; init; }
    public required TableCaption Caption { get; init; }
    public required IReadOnlyList<Column> Columns { get; init; }
    public required TableShape Shape { get; init; }
    public required RoleContext Context { get; init; }

    /// <summary>The column of names; of places or years where the shape says so.</summary>
    public Column? Names => First(Shape == TableShape.Years ? ColumnRole.Year : NameRole);
    public Column? Ordinals => First(ColumnRole.Ordinal);
    public Column? Units => First(ColumnRole.Unit);
    public Column? Natures => First(ColumnRole.Nature);
    public Column? Labels => First(ColumnRole.Label);
    public Column? Years => First(ColumnRole.Year);
    public IEnumerable<Column> Values => Columns.Where(column => column.Role.IsValue());

    private ColumnRole NameRole => Shape == TableShape.Places ? ColumnRole.Place : ColumnRole.Name;

    public Column? First(ColumnRole role) => Columns.FirstOrDefault(column => column.Role == role);
}

internal enum TableShape
{
    /// <summary>A row is an indicator.</summary>
    Indicators,

    /// <summary>A row is a place or a body; the indicators stand in the header or the caption.</summary>
    Places,

    /// <summary>A row is a year; the indicators stand in the header.</summary>
    Years,
}

/// <summary>A column, its header words from the outermost level to its own, and what they say of its values.</summary>
internal sealed record Column(int Index, IReadOnlyList<HeaderCell> Path)
{
    public ColumnRole Role { get; init; }

    /// <summary>When its values hold; null where the header does not say.</summary>
    public Period? Period { get; init; }

    /// <summary>The words that say so.</summary>
    public Span? PeriodSpan { get; init; }

    /// <summary>Taken from the document's plan period, not from the header.</summary>
    public bool PeriodInferred { get; init; }

    /// <summary>The role of its values; set for columns of values.</summary>
    public Role Speaks { get; init; }

    /// <summary>The unit in its header.</summary>
    public UnitWords? Unit { get; init; }

    /// <summary>Of a two-part header (例数/发病率): the unit of the second quantity of a cell.</summary>
    public UnitWords? SecondUnit { get; init; }

    /// <summary>Header words left when role, period and unit are taken out, outermost first.</summary>
    public IReadOnlyList<string> Rests { get; init; } = [];

    /// <summary>Words that tell it from its neighbours where role and period do not.</summary>
    public string? Series { get; init; }

    /// <summary>The indicator or the part of its name that stands in the header.</summary>
    public string? Measure { get; init; }

    /// <summary>The header's group over the measure; null for none.</summary>
    public string? Group { get; init; }
    public ChangeHeader? Change { get; init; }

    /// <summary>The span of the innermost header cell with words; null for none.</summary>
    public Span? HeaderSpan => Path.Count > 0 ? Path[^1].Span : null;
}

/// <summary>One level of a column's header, taken apart.</summary>
internal sealed record HeaderCell(int Cell, Span Span)
{
    public ColumnRole Role { get; init; }
    public PeriodMention? Period { get; init; }

    /// <summary>The period's words mean all of it: “十四五”期间, 五年.</summary>
    public bool Whole { get; init; }

    /// <summary>The year a change is counted from (比2020年).</summary>
    public Period? Basis { get; init; }
    public UnitWords? Unit { get; init; }

    /// <summary>All its words.</summary>
    public string Words { get; init; } = "";

    /// <summary>As <see cref="HeaderWords.Fold"/> leaves the words without their periods.</summary>
    public string Folded { get; init; } = "";

    /// <summary>其中：城镇: a part of what the level above, or the column before it, names.</summary>
    public bool IsPart { get; init; }

    /// <summary>10＜μ≤20 under 大型车比例μ: circumstances of the values, and no measure of its own.</summary>
    public bool IsCondition { get; init; }

    /// <summary>Words that are neither period, unit nor a known wording; "" for none.</summary>
    public string Rest { get; init; } = "";
}

/// <summary>A unit as printed in a name, header or caption, in base form.</summary>
/// <param name="Unit">Null for words that say a plain number (Number, 绝对数).</param>
internal readonly record struct UnitWords(string? Unit, decimal Multiplier, Span Span);

/// <summary>What the header of a change column says: 年均增长(%), 比2020年增减, 比上年增长%.</summary>
/// <param name="Cumulative">Numbers in square brackets stand for the whole of the period (年均增长[累计]).</param>
/// <param name="Basis">As the contract writes it; null where the header does not say.</param>
internal sealed record ChangeHeader(bool PerYear, bool Cumulative, string? Basis, bool Decrease);
