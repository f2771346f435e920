using System.Globalization;
using System.Text.Json;
using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Benchmarks;

/// <summary>
/// <c>confidence LABELS…</c>: counts the rows of <c>confidence.tsv</c> and prints them. A label is a line of JSON for one
/// observation that a person judged: <c>document</c>, <c>origin</c>, <c>name</c>, <c>flags</c> (the record's and the
/// observation's) and <c>right</c>: wholly right or not. On standard error: how well the rates hold for each document
/// when they are counted without it.
/// </summary>
internal static class ConfidenceTable
{
    private const int Bands = 10;

    public static int Run(IReadOnlyList<string> files)
    {
        Label[] labels = [.. files.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(Read)];
        foreach (var kind in labels.GroupBy(label => label.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind.Key.Replace(' ', '\t')}\t{kind.Count(one => one.Right)}\t{kind.Count()}"
                )
            );
        }
        var rated = labels.Select(label => (Rate: RateWithout(labels, label), label.Right));
        foreach (
            var band in rated.GroupBy(one => Math.Min((int)(one.Rate * Bands), Bands - 1)).OrderBy(band => band.Key)
        )
        {
            Console.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{band.Key / (double)Bands:F1}: {band.Count()} observations, {band.Average(one => one.Right ? 1 : 0):F3} right"
                )
            );
        }
        return 0;
    }

    private static decimal RateWithout(Label[] labels, Label one)
    {
        int right = 0,
            seen = 0;
        foreach (var label in labels)
        {
            if (label.Kind == one.Kind && label.Document != one.Document)
            {
                right += label.Right ? 1 : 0;
                seen++;
            }
        }
        return Confidences.Rate(right, seen);
    }

    private static Label Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var origin = root.GetProperty("origin").GetString() == "table" ? Origin.Table : Origin.Prose;
        string[] flags = [.. root.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()!)];
        return new Label(
            root.GetProperty("document").GetString()!,
            Confidences.KindOf(origin, root.GetProperty("name").GetString()!, flags),
            root.GetProperty("right").GetBoolean()
        );
    }

    private sealed record Label(string Document, string Kind, bool Right);
}
