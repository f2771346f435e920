using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>A row while it is read: its words, and its observations by <see cref="RecordColumns"/>.</summary>
internal sealed class OpenRecord
{
    public required int NameCell { get; init; }
    public required NameWords Name { get; init; }
    public required string FullName { get; init; }
    public UnitWords? Unit { get; init; }
    public UnitWords? ParentUnit { get; init; }
    public string? Ordinal { get; init; }
    public required IReadOnlyList<string> Category { get; init; }
    public Nature? Nature { get; init; }
    public string? Responsible { get; init; }
    public bool Doubtful { get; set; }
    public required List<Observation>[] Observations { get; init; }
    public Span Span { get; private set; }

    public void Grow(Span row) => Span = Span.IsEmpty ? row : Span.Union(row);
}
