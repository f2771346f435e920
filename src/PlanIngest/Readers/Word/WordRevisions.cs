namespace PlanIngest.Readers.Word;

/// <summary>Counts of what a reader of the final version does not see.</summary>
internal sealed class WordRevisions
{
    public int Inserted { get; set; }
    public int Deleted { get; set; }
    public int Hidden { get; set; }
}
