namespace PlanIngest.Readers.Pdf;

/// <summary>Words of an aligned row from its first to its last column, in one or several lines.</summary>
public sealed record AlignedCell(int First, int Last, IReadOnlyList<TextLine> Lines)
{
    public int RowSpan { get; init; } = 1;
    public Rect Box { get; } = Lines.Select(line => line.Box).Aggregate((a, b) => a.Union(b));
    public string Text { get; } = WordText.JoinLines(Lines.Select(line => line.Text()));
    public bool IsValue => PieceLook.IsValue(Text);

    public AlignedCell Below(AlignedCell other) =>
        new(Math.Min(First, other.First), Math.Max(Last, other.Last), [.. Lines, .. other.Lines]) { RowSpan = RowSpan };
}
