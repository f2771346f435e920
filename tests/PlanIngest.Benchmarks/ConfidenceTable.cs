using System.Globalization;
using System.Text.Json;
using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Benchmarks;

/// <summary>
/// <c>confidence LABELS…</c>: learns the factors of <c>confidence.tsv</c> and prints its rows. A label is a line of JSON
/// for one observation that a person judged: <c>document</c>, <c>signs</c> (as <c>signs FILE…</c> prints them with the
/// place of each observation), <c>right</c> (wholly right or not) and <c>weight</c>. On standard error: how well the
/// chances hold for each document when they are learnt without it.
/// </summary>
internal static class ConfidenceTable
{
    private const int Bands = 10;

    /// <summary>
    /// Pulls the factors of signs that were seldom seen towards 1; of several tried, the one whose chances held best for
    /// documents left out.
    /// </summary>
    private const double Penalty = 80;
    private const int Rounds = 60;

    private static readonly JsonSerializerOptions AsWritten = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static int Run(IReadOnlyList<string> files)
    {
        Label[] labels = [.. files.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(Read)];
        var (prior, weights) = Learn(labels);
        Print(Confidences.Prior, prior, labels);
        foreach (var (sign, weight) in weights.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Print(sign, weight, labels.Where(label => label.Signs.Contains(sign)));
        }
        var held = labels
            .GroupBy(label => label.Document)
            .SelectMany(document =>
            {
                var learnt = Learn([.. labels.Where(label => label.Document != document.Key)]);
                return document.Select(label => (Chance: Chance(learnt, label), label.Right));
            })
            .OrderBy(one => one.Chance)
            .ToList();
        foreach (var band in held.GroupBy(one => Math.Min((int)(one.Chance * Bands), Bands - 1)))
        {
            Console.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{band.Key / (double)Bands:F1}: {band.Count()} observations, {Share(band.Select(one => one.Right)):F3} right"
                )
            );
        }
        var tenth = held.Take(held.Count / Bands).Select(one => one.Right);
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"least sure tenth: {Share(tenth):F3} right")
        );
        return 0;
    }

    /// <summary>A line of JSON for each observation of the files: where it stands, its name and its signs.</summary>
    public static int Signs(IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            var source = new SourceFile(Path.GetFileName(file), File.ReadAllBytes(file));
            var read = IngestPipeline.Read(source, null);
            foreach (var record in read.Records)
            {
                foreach (var one in record.Observations)
                {
                    Console.WriteLine(
                        JsonSerializer.Serialize(
                            new
                            {
                                document = source.Path,
                                start = one.Span.Start,
                                end = one.Span.End,
                                name = record.Name,
                                signs = ConfidenceSigns.Of(read.Document, record, one),
                            },
                            AsWritten
                        )
                    );
                }
            }
        }
        return 0;
    }

    /// <summary>Log-odds of a sum of signs by Newton's steps, one sign after the other.</summary>
    private static (double Prior, Dictionary<string, double> Weights) Learn(Label[] labels)
    {
        var signs = labels
            .SelectMany((label, at) => label.Signs.Select(sign => (sign, at)))
            .GroupBy(pair => pair.sign, pair => pair.at)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Sign: group.Key, At: group.ToArray()))
            .ToArray();
        int[] all = [.. Enumerable.Range(0, labels.Length)];
        var weights = signs.ToDictionary(one => one.Sign, _ => 0.0, StringComparer.Ordinal);
        var sums = new double[labels.Length];
        var prior = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            prior += Step(labels, all, sums, 0, 0);
            foreach (var (sign, at) in signs)
            {
                weights[sign] += Step(labels, at, sums, weights[sign], Penalty);
            }
        }
        return (prior, weights);
    }

    private static double Step(Label[] labels, int[] at, double[] sums, double weight, double penalty)
    {
        var slope = -penalty * weight;
        var curve = penalty + 1e-6;
        foreach (var one in at)
        {
            var chance = Chance(sums[one]);
            slope += labels[one].Weight * ((labels[one].Right ? 1 : 0) - chance);
            curve += labels[one].Weight * chance * (1 - chance);
        }
        var step = slope / curve;
        foreach (var one in at)
        {
            sums[one] += step;
        }
        return step;
    }

    private static double Chance((double Prior, Dictionary<string, double> Weights) learnt, Label label) =>
        Chance(learnt.Prior + label.Signs.Sum(sign => learnt.Weights.GetValueOrDefault(sign)));

    private static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private static double Share(IEnumerable<bool> right) => right.Average(one => one ? 1 : 0);

    private static void Print(string sign, double logOdds, IEnumerable<Label> labels)
    {
        var counted = labels.ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sign}\t{Math.Exp(logOdds):F3}\t{counted.Count(one => one.Right)}\t{counted.Count}"
            )
        );
    }

    private static Label Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new Label(
            root.GetProperty("document").GetString()!,
            [.. root.GetProperty("signs").EnumerateArray().Select(sign => sign.GetString()!)],
            root.GetProperty("right").GetBoolean(),
            root.GetProperty("weight").GetDouble()
        );
    }

    private sealed record Label(string Document, string[] Signs, bool Right, double Weight);
}
