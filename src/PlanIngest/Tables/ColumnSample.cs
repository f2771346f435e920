namespace PlanIngest.Tables;

/// <summary>What the first body rows of a column hold, counted by look.</summary>
internal sealed class ColumnSample
{
    public int Numbers { get; private set; }
    public int Years { get; private set; }
    public int Missing { get; private set; }
    public int Words { get; private set; }
    public int Natures { get; private set; }

    /// <summary>Names with a unit behind them.</summary>
    public int Units { get; private set; }

    /// <summary>2020年现状, 2025年目标.</summary>
    public int Dated { get; private set; }

    /// <summary>Names that end as those of places and bodies do.</summary>
    public int Places { get; private set; }
    public int Labels { get; private set; }

    /// <summary>Cells that hold a plain whole number one more than the one before, or 1.</summary>
    public int Ordinals { get; private set; }
    public int Letters { get; private set; }
    public int Filled => Numbers + Years + Words;

    /// <summary>The usual length of its words.</summary>
    public int WordLength => Words == 0 ? 0 : Letters / Words;
    public bool IsNumbers => Numbers > 0 && Numbers + Missing >= Filled * TableSettings.NumbersShare + Missing;
    public bool IsYears => Years + Dated > 1 && Years + Dated >= Filled * TableSettings.SameKindShare;
    public bool IsPlaces => Places > 1 && Places >= Filled * TableSettings.SameKindShare;
    public bool IsNatures => Natures > 0 && Natures >= Filled * TableSettings.SameKindShare;
    public bool IsLabels => Labels > 1 && Labels >= Filled * TableSettings.SameKindShare;
    public bool IsOrdinals => Ordinals > 0 && Ordinals >= Filled * TableSettings.SameKindShare;

    public static ColumnSample[] Of(Grid grid, HeaderRows header)
    {
        var samples = new ColumnSample[grid.Columns];
        var before = new int[grid.Columns];
        for (var column = 0; column < grid.Columns; column++)
        {
            samples[column] = new ColumnSample();
        }
        var last = Math.Min(grid.Rows, header.Body + TableSettings.SampleRows);
        for (var row = header.Body; row < last; row++)
        {
            if (HeaderReader.Filled(grid, row, 2) < 2)
            {
                continue;
            }
            var line = grid.Row(row);
            for (var column = 0; column < line.Length; column++)
            {
                var cell = line[column];
                // A cell merged over columns counts where it begins.
                if (cell != Grid.None && grid.BeginsIn(row, cell) && grid.Cells[cell].Column == column)
                {
                    samples[column].Add(grid, cell, ref before[column]);
                }
            }
        }
        return samples;
    }

    /// <summary>A Chinese character says as much as four letters of an alphabet.</summary>
    private static int LengthOf(ReadOnlySpan<char> shown)
    {
        var quarters = 0;
        foreach (var c in shown)
        {
            quarters += Tables.Words.IsWide(c) ? 4 : 1;
        }
        return quarters / 4;
    }

    /// <summary>市县区旗省州盟镇乡, and the bodies that report: 局 科 院 校 部 厅 委 站 所 公司 集团.</summary>
    private const string PlaceEndings = "市县区旗省州盟镇乡村局科院校部厅委处站所司团";

    private void Add(Grid grid, int cell, ref int before)
    {
        var shown = grid.Shown(cell);
        switch (CellLooks.Of(shown))
        {
            case CellLook.Missing:
                Missing++;
                break;
            case CellLook.Year:
                Years++;
                break;
            case CellLook.Number:
                Numbers++;
                var ordinal = CellLooks.Ordinal(shown);
                if (ordinal >= 0 && (ordinal == before + 1 || ordinal == 1))
                {
                    Ordinals++;
                    before = ordinal;
                }
                break;
            case CellLook.Words:
                Words++;
                Letters += LengthOf(shown);
                var text = shown.ToString();
                Natures += Tables.Natures.Read(text) is null ? 0 : 1;
                Labels += RowLabels.Read(text) is null ? 0 : 1;
                Units += NameReader.Read(grid.Document, grid.Cells[cell].Span).Unit is null ? 0 : 1;
                Dated += RowLabels.IsDated(text) ? 1 : 0;
                Places += PlaceEndings.Contains(text.TrimEnd()[^1]) || text.Trim() is "合计" or "总计" ? 1 : 0;
                break;
            case CellLook.Empty:
                break;
        }
    }
}
