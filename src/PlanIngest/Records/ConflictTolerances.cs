namespace PlanIngest.Records;

/// <summary>What still agrees when numbers of one document are compared.</summary>
internal sealed record ConflictTolerances
{
    public static readonly ConflictTolerances Default = new();

    /// <summary>约 and 近 round to one digit or two: 约27000 agrees with 26400.</summary>
    public decimal About { get; init; } = 0.05m;

    /// <summary>A shorter name in two sentences (健康管理率, 每年立项) has lost what it is of.</summary>
    public int ShortestSaidTwice { get; init; } = 6;

    /// <summary>A name said more often than this in one document is no one indicator; comparing all pairs would not end.</summary>
    public int MostClaims { get; init; } = 60;

    /// <summary>A conflict that names more observations than this helps nobody; the first of each value stand for all.</summary>
    public int MostObservations { get; init; } = 4;
}
