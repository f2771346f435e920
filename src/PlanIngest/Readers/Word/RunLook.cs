namespace PlanIngest.Readers.Word;

/// <summary>What of a run's look changes what a reader of the page understands.</summary>
internal readonly record struct RunLook(bool Hidden, bool Raised)
{
    /// <summary>Set in the Symbol font, whose letters stand for other characters.</summary>
    public string? Font { get; init; }

    public bool Bold { get; init; }
}
