namespace PlanIngest.Model;

/// <summary>
/// A half-open stretch of <see cref="Document.Text"/>, in UTF-16 units. It is not a line or page position
/// (<see cref="Place"/>) and becomes code points only when it is written as JSON.
/// </summary>
public readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;
    public bool IsEmpty => Length == 0;

    public static Span Between(int start, int end) => new(start, end - start);

    public bool Contains(Span other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(Span other) => other.Start < End && Start < other.End;

    /// <summary>The smallest span that holds both.</summary>
    public Span Union(Span other) => Between(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
