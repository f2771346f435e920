using System.Text.Json;

namespace PlanIngest.Outputs;

/// <summary>The figures of one output that a list of documents shows.</summary>
internal readonly record struct IndexTally
{
    public IndexTally(JsonElement output)
    {
        var reviewers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var record in output.GetProperty("records").EnumerateArray())
        {
            Records++;
            Reviewed += Reviewer(record, reviewers);
        }
        if (output.TryGetProperty("rejected", out var rejected))
        {
            foreach (var record in rejected.EnumerateArray())
            {
                Rejected++;
                Reviewed += Reviewer(record, reviewers);
            }
        }
        foreach (var conflict in output.GetProperty("conflicts").EnumerateArray())
        {
            Conflicts++;
            OpenConflicts += conflict.TryGetProperty("resolution", out _) ? 0 : 1;
        }
        foreach (var finding in output.GetProperty("diagnostics").EnumerateArray())
        {
            var severity = finding.GetProperty("severity").GetString();
            var code = finding.GetProperty("code").GetString();
            Warnings += severity == "warning" ? 1 : 0;
            Errors += severity == "error" ? 1 : 0;
            Unsettled += code is "correction-conflict" or "correction-orphaned" ? 1 : 0;
            Refusal ??= severity == "error" && Records == 0 ? code : null;
        }
        Reviewers = reviewers.Count == 0 ? null : string.Join(", ", reviewers);
    }

    public long Records { get; }
    public long Rejected { get; }

    /// <summary>Of both, those a person has looked at.</summary>
    public long Reviewed { get; }
    public long Conflicts { get; }
    public long OpenConflicts { get; }
    public long Warnings { get; }
    public long Errors { get; }

    /// <summary>Corrections in conflict or orphaned.</summary>
    public long Unsettled { get; }

    /// <summary>The code of the error for which there are no records.</summary>
    public string? Refusal { get; }
    public string? Reviewers { get; }

    private static int Reviewer(JsonElement record, SortedSet<string> reviewers)
    {
        if (!record.TryGetProperty("review", out var review))
        {
            return 0;
        }
        if (review.GetProperty("by").GetString() is { } by)
        {
            reviewers.Add(by);
        }
        return 1;
    }
}
