namespace PlanIngest.Readers.Spreadsheets;

/// <summary>A rectangle of cells, both corners in it.</summary>
internal readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    public long Area => (long)(Last.Row - First.Row + 1) * (Last.Column - First.Column + 1);

    /// <summary>Reads <c>B2:D5</c>; null for anything else.</summary>
    public static CellRange? Read(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        return
            colon > 0
            && CellAddress.Read(text[..colon]) is { } first
            && CellAddress.Read(text[(colon + 1)..]) is { } last
            && first.Row <= last.Row
            && first.Column <= last.Column
            ? new CellRange(first, last)
            : null;
    }

    public override string ToString() => First == Last ? First.ToString() : $"{First}:{Last}";
}
