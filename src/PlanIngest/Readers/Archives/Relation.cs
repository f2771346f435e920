namespace PlanIngest.Readers.Archives;

/// <summary>A reference between parts: the last word of its type (the same in both dialects) and the part's full name.</summary>
internal sealed record Relation(string Kind, string Target);
