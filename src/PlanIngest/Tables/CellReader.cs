using System.Buffers;
using PlanIngest.Model;
using PlanIngest.Periods;
using PlanIngest.Quantities;

namespace PlanIngest.Tables;

/// <summary>From a value cell, its row and its column to observations.</summary>
internal static class CellReader
{
    private static readonly IReadOnlyList<string> Clean = [];
    private static readonly IReadOnlyList<string> Doubtful = ["row-doubtful"];

    /// <summary>Appends the cell's observations; false when it holds words that are no value.</summary>
    public static bool Read(Grid grid, TableCell at, int cell, RowWords row, Column column, List<Observation> into) =>
        ReadPart(grid, at, cell, grid.Cells[cell].Span, row, column, into);

    /// <summary>The same of a part of the cell.</summary>
    public static bool ReadPart(
        Grid grid,
        TableCell at,
        int cell,
        Span part,
        RowWords row,
        Column column,
        List<Observation> into
    )
    {
        var document = grid.Document;
        if (
            column.SecondUnit is { } rate
            && TwoPart.Cut(document, Words.Trim(document.Shown, part)) is (var first, { } second)
        )
        {
            var whole = column with { SecondUnit = null };
            return ReadPart(grid, at, cell, first, row, whole, into)
                & ReadPart(grid, at, cell, second, row, whole with { Unit = rate, Role = ColumnRole.Measure }, into);
        }
        var (span, bracketed) = Inside(
            document,
            Words.Trim(document.Shown, part),
            column.Change is { Cumulative: true }
        );
        var mentions = QuantityReader.ReadCell(document.Shown, span);
        if (mentions.Count == 0)
        {
            return false;
        }
        if (part.Length > TableSettings.GoalLength * 2 && document.Shown[part.End - 1] == '。')
        {
            // A sentence over the columns of values (业务情况说明 | 股东通过信用账户持有3,789,500股；…。) is none.
            return true;
        }
        for (var index = 0; index < mentions.Count; index++)
        {
            var mention = mentions[index];
            var again = index > 0;
            if (again && column.Change is not { Cumulative: true })
            {
                break;
            }
            if (mention.Quantity.Kind == QuantityKind.Text && mention.Span.Length > TableSettings.GoalLength * 2)
            {
                continue;
            }
            var (quantity, unit, flags) = WithUnit(document, mention, row, column);
            quantity =
                column.Change is { } change && quantity.Kind is QuantityKind.Number
                    ? Changes.AsChange(quantity, change, row, column, bracketed || again || Accumulates(document, part))
                    : quantity;
            into.Add(Observed(grid, at, cell, row, column, mention, quantity, unit, flags));
        }
        return true;
    }

    /// <summary>累计1.2个百分点 in a column of yearly growth: the cell says that it is of all the years.</summary>
    private static bool Accumulates(Document document, Span cell) =>
        document.Slice(cell).Contains("累计", StringComparison.Ordinal);

    private static Observation Observed(
        Grid grid,
        TableCell at,
        int cell,
        RowWords row,
        Column column,
        QuantityMention mention,
        Quantity quantity,
        Span? unit,
        IReadOnlyList<string> flags
    )
    {
        var own = PeriodBeside(grid.Document, grid.Cells[cell].Span, mention.Span);
        var inferred = own is null && column.PeriodInferred && row.Period is null;
        var period = own?.Period ?? row.Period ?? Instants.Of(row.Name.Words, column.Period);
        return new Observation
        {
            Role = row.Speaks ?? column.Speaks,
            Period = period,
            Quantity = quantity,
            Span = mention.Span,
            Place = grid.Cells[cell].Place,
            Cell = at,
            Series =
                column.Series is null ? row.Series
                : row.Series is null ? column.Series
                : $"{row.Series} {column.Series}",
            Flags = Flags(mention.Flags, flags, inferred, grid.Table.Inferred || grid.Cells[cell].Inferred),
            Evidence = new Evidence(mention.Rule)
            {
                Name = row.NameSpan,
                Header = column.HeaderSpan,
                Unit = unit,
                Period = own?.Span ?? row.PeriodSpan ?? column.PeriodSpan,
            },
        };
    }

    /// <summary>79.3（2019年）: the year in the cell is the value's. Not: 比2015年降低10%, where it is a part of the quantity.</summary>
    private static PeriodMention? PeriodBeside(Document document, Span cell, Span quantity)
    {
        if (cell.Length < quantity.Length + 4)
        {
            return null;
        }
        foreach (
            var part in (ReadOnlySpan<Span>)
                [Span.Between(quantity.End, cell.End), Span.Between(cell.Start, quantity.Start)]
        )
        {
            foreach (var mention in PeriodReader.FindAll(document.Shown, part, DocumentHead.Unknown))
            {
                if (mention is { Sense: PeriodSense.Date, Period: not null })
                {
                    return mention;
                }
            }
        }
        return null;
    }

    private static IReadOnlyList<string> Flags(
        IReadOnlyList<string> own,
        IReadOnlyList<string> unit,
        bool periodInferred,
        bool cellsInferred
    )
    {
        if (own.Count == 0 && !periodInferred && !cellsInferred)
        {
            return unit;
        }
        var flags = new List<string>(own);
        flags.AddRange(unit);
        if (periodInferred)
        {
            flags.Add("period-inferred");
        }
        if (cellsInferred)
        {
            flags.Add("cells-inferred");
        }
        return flags;
    }

    /// <summary>[13.5], 【5】, and of a scan [2.75): in a column of yearly growth the brackets say that it is the growth of all years together.</summary>
    private static (Span Span, bool Bracketed) Inside(Document document, Span span, bool cumulative) =>
        span.Length > 2
        && (
            document.Shown[span.Start] is '[' or '【' or '〔' or '［'
            || cumulative && (document.Shown[span.Start] is '(' or '（')
        )
        && (document.Shown[span.End - 1] is ']' or '】' or '〕' or '］' or ')' or '）')
            ? (Words.Trim(document.Shown, Span.Between(span.Start + 1, span.End - 1)), true)
            : (span, false);

    /// <summary>Gives a quantity without a unit of its own that of its row or column.</summary>
    private static (Quantity Quantity, Span? Unit, IReadOnlyList<string> Flags) WithUnit(
        Document document,
        QuantityMention mention,
        RowWords row,
        Column column
    )
    {
        var quantity = mention.Quantity;
        if (quantity.Unit is not null || !TakesUnit(quantity))
        {
            return (quantity, null, IsAnotherMeasure(quantity, row, column) ? Doubtful : Clean);
        }
        if (column is { Role: ColumnRole.Change, Unit: null } && Changes.IsRate(column))
        {
            return (quantity, null, Clean);
        }
        var unit = UnitPrecedence.For(row, column);
        if (unit is { } words)
        {
            var scale = HasMultiplier(document.Slice(mention.Span)) ? 1 : words.Multiplier;
            var named =
                words.Unit is null && words.Multiplier > 1 ? UnitPrecedence.SenseOf(SensedName(row, column)) : null;
            return (
                Scaled(document, mention, quantity, words.Unit ?? named, scale),
                words.Span,
                named is null ? Clean : [UnitPrecedence.Inferred]
            );
        }
        if (column.Role != ColumnRole.Change && UnitPrecedence.SenseOf(SensedName(row, column)) is { } sensed)
        {
            return (quantity with { Unit = sensed }, null, [UnitPrecedence.Inferred]);
        }
        var none = column.Role == ColumnRole.Change || UnitPrecedence.IsPureRatio(SensedName(row, column));
        return (quantity, null, none ? Clean : [UnitPrecedence.Missing]);
    }

    /// <summary>14.9% under 种植面积（万亩）: no area. Not: 14.9% in a row of its own (2020年（万元）| 贷款占比 | 45%).</summary>
    private static bool IsAnotherMeasure(Quantity quantity, RowWords row, Column column) =>
        quantity is { Kind: QuantityKind.Number, Unit: "%" }
        && row.HeaderHoldsIndicator
        && column is { Role: not ColumnRole.Change, Unit.Unit: { } unit }
        && unit.AsSpan().IndexOfAny("%‰/") < 0
        && unit != "百分点";

    private static string SensedName(RowWords row, Column column) =>
        column.Role == ColumnRole.Measure && column.Measure is { } measure ? measure : row.FullName;

    /// <summary>Words, comparisons with something else and relative changes have no unit to take.</summary>
    private static bool TakesUnit(Quantity quantity) =>
        quantity.Kind switch
        {
            QuantityKind.Number or QuantityKind.Range => true,
            QuantityKind.Change => quantity.Change?.Mode == ChangeMode.Absolute,
            _ => false,
        };

    private static Quantity Scaled(
        Document document,
        QuantityMention mention,
        Quantity quantity,
        string? unit,
        decimal scale
    )
    {
        if (
            unit == "级"
            && quantity is { Kind: QuantityKind.Number, Comparator: Comparator.Equal, Value: { } grade }
            && grade == decimal.Truncate(grade)
        )
        {
            return quantity with
            {
                Kind = QuantityKind.Grade,
                Comparator = null,
                Words = Words.Join(document.Shown, mention.Span) + unit,
                Unit = unit,
            };
        }
        return quantity with
        {
            Value = Times(quantity.Value, scale),
            Low = Times(quantity.Low, scale),
            High = Times(quantity.High, scale),
            Unit = unit,
        };
    }

    /// <summary>Null where the product would not fit: a figure no document means.</summary>
    private static decimal? Times(decimal? value, decimal scale)
    {
        if (value is null || scale == 1)
        {
            return value;
        }
        return Math.Abs(value.Value) > decimal.MaxValue / Math.Max(1, scale) ? value : value * scale;
    }

    /// <summary>15 万 under 平方米, or under 万平方米: the number carries the multiplier itself.</summary>
    private static bool HasMultiplier(ReadOnlySpan<char> raw) => raw.IndexOfAny(Multipliers) >= 0;

    private static readonly SearchValues<char> Multipliers = SearchValues.Create("万亿千百萬億");
}
