using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using PlanIngest.Host.Reading;

namespace PlanIngest.Host.Watching;

/// <summary>Counters since the start, and the state of things, as Prometheus text.</summary>
public sealed class Metrics(Ledger ledger, TimeProvider time)
{
    private static readonly string[] Stages = ["wait", "read", "extract", "write"];

    private readonly ConcurrentDictionary<string, long> findings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<OutcomeKind, long> outcomes = new();
    private readonly Lock gate = new();
    private readonly double[] seconds = new double[Stages.Length];
    private long bytes;

    internal void Waited(double time)
    {
        lock (gate)
        {
            seconds[0] += time;
        }
    }

    internal void Count(DocumentOutcome outcome)
    {
        outcomes.AddOrUpdate(outcome.Kind, 1, (_, count) => count + 1);
        foreach (var (code, count) in outcome.Findings)
        {
            findings.AddOrUpdate(code, count, (_, before) => before + count);
        }
        lock (gate)
        {
            seconds[1] += outcome.ReadSeconds;
            seconds[2] += outcome.ExtractSeconds;
            seconds[3] += outcome.WriteSeconds;
            bytes += outcome.Bytes;
        }
    }

    public string Text()
    {
        var text = new StringBuilder();
        Family(text, "planingest_documents", "gauge", "Files of the corpus by state.");
        foreach (var state in Enum.GetValues<DocumentState>())
        {
            Line(text, "planingest_documents", "state", Word(state.ToString()), ledger.Count(state));
        }
        Family(text, "planingest_outcomes_total", "counter", "What became of documents that were read.");
        foreach (var (kind, count) in outcomes.OrderBy(outcome => outcome.Key))
        {
            Line(text, "planingest_outcomes_total", "outcome", Word(kind.ToString()), count);
        }
        Family(text, "planingest_findings_total", "counter", "Findings in outputs written, by code.");
        foreach (var (code, count) in findings.OrderBy(finding => finding.Key, StringComparer.Ordinal))
        {
            Line(text, "planingest_findings_total", "code", code, count);
        }
        Family(text, "planingest_stage_seconds_total", "counter", "Seconds documents spent in each stage.");
        lock (gate)
        {
            for (var stage = 0; stage < Stages.Length; stage++)
            {
                Line(text, "planingest_stage_seconds_total", "stage", Stages[stage], seconds[stage]);
            }
            Family(text, "planingest_bytes_total", "counter", "Bytes of documents read.");
            text.Append(CultureInfo.InvariantCulture, $"planingest_bytes_total {bytes}\n");
        }
        Family(text, "planingest_queue_age_seconds", "gauge", "How long the oldest waiting document waits.");
        text.Append(CultureInfo.InvariantCulture, $"planingest_queue_age_seconds {QueueAge():0.###}\n");
        return text.ToString();
    }

    private double QueueAge()
    {
        var now = time.GetTimestamp();
        return time.GetElapsedTime(Math.Min(ledger.WaitingSince, now), now).TotalSeconds;
    }

    private static void Family(StringBuilder text, string name, string type, string help) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    private static void Line(StringBuilder text, string name, string label, string value, double number) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}{{{label}=\"{value}\"}} {number:0.######}\n");

    private static string Word(string name) =>
        string.Concat(
            name.Select(
                (c, at) => at > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"
            )
        );
}
