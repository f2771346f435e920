using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Tests.Corrections;

/// <summary>
/// Random histories of a document, its rules and its reviewers. Whatever happens, each line that was written has
/// exactly one outcome, and none is ever applied to a statement other than the one it was made on. Set
/// PLANINGEST_HISTORIES for the long form (10000 and more).
/// </summary>
public class CorrectionHistoryTests
{
    private static int Histories =>
        int.TryParse(Environment.GetEnvironmentVariable("PLANINGEST_HISTORIES"), out var count) ? count : 100;

    /// <summary>Beyond the short form, and each once the history of a correction that went astray.</summary>
    private static readonly int[] OnceFailed = [340, 869];

    [Fact]
    public void No_correction_is_lost_and_none_goes_to_another_record()
    {
        var held = 0;
        var all = 0;
        foreach (var seed in Enumerable.Range(1, Histories).Concat(OnceFailed))
        {
            var history = new PaperHistory(seed);
            for (var step = 0; step < 30; step++)
            {
                history.Step();
                if (step % 3 == 2)
                {
                    var (kept, lines) = Check(history, seed);
                    held += kept;
                    all += lines;
                }
            }
        }
        Assert.True(held > all * 0.6, $"of {all} judged lines only {held} were still in force");
    }

    private static (int Held, int Lines) Check(PaperHistory history, int seed)
    {
        var reading = history.Plan.Read();
        var result = reading.Correct(history.File);
        var outcomes = result.Outcomes.ToLookup(outcome => outcome.Correction.Id);
        Assert.True(history.Written.Count == result.Outcomes.Count, $"history {seed}: an outcome too many or too few");
        var held = 0;
        foreach (var (id, statement) in history.Written)
        {
            var outcome = Assert.Single(outcomes[id]);
            if (outcome.Record is not { } record || outcome.Correction.Action == CorrectionAction.Undo)
            {
                continue;
            }
            if (outcome.Kind is OutcomeKind.Applied or OutcomeKind.Reanchored or OutcomeKind.Conflict)
            {
                Assert.True(
                    statement == reading.StatementOf(record) || IsSuccessor(history, statement, outcome),
                    $"history {seed}: {id} went to another record"
                );
                AssertStands(outcome, result.Extraction, seed);
                held++;
            }
            else if (outcome.Kind == OutcomeKind.Superseded)
            {
                held++;
            }
        }
        AssertListed(result);
        return (held, history.Written.Count(line => line.Statement > 0));
    }

    /// <summary>
    /// A statement worded exactly alike came and the old one went: by the contract's id it is the same record with
    /// other values, which is never silent.
    /// </summary>
    private static bool IsSuccessor(PaperHistory history, int statement, CorrectionOutcome outcome) =>
        outcome.Kind == OutcomeKind.Conflict
        && outcome.Correction.Seen.Alike == 1
        && history.Plan.Parts.OfType<PaperRow>().All(row => row.Statement != statement);

    /// <summary>The person's value is what goes out.</summary>
    private static void AssertStands(CorrectionOutcome outcome, Extraction extraction, int seed)
    {
        var line = outcome.Correction;
        var record = extraction.Records.Concat(extraction.Rejected).Single(one => one.Id == outcome.Record);
        if (line.Action == CorrectionAction.Reject)
        {
            Assert.Equal(ReviewStatus.Rejected, record.Review!.Status);
        }
        if (line is { Action: CorrectionAction.Change, Observation: null })
        {
            Assert.Equal(line.Value, CorrectionFields.Json(record, line.Field!));
        }
        else if (line.Action == CorrectionAction.Change)
        {
            Assert.True(
                record.Observations.Any(seen => CorrectionFields.Json(seen, line.Field!) == line.Value),
                $"history {seed}: {line.Id} does not stand"
            );
        }
    }

    private static void AssertListed(CorrectedReading result)
    {
        var listed = result.Outcomes.Count(outcome =>
            outcome.Kind is OutcomeKind.Reanchored or OutcomeKind.Conflict or OutcomeKind.Orphaned
        );
        Assert.Equal(listed, result.Extraction.Findings.Count(finding => finding.Code != "correction-unreadable"));
    }
}
