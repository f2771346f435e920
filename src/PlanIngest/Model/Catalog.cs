using System.Collections.Frozen;
using System.Reflection;

namespace PlanIngest.Model;

/// <summary>
/// The data files (<c>*.tsv</c>) built into the library: rows of tab-separated columns, <c>#</c> begins a comment
/// line. The closed lists of finding codes and record flags are two of them, with a line in English and one in Chinese.
/// </summary>
public static class Catalog
{
    /// <summary>Code to its English and Chinese line.</summary>
    public static FrozenDictionary<string, (string English, string Chinese)> Findings { get; } =
        Explained("findings.tsv");

    public static FrozenDictionary<string, (string English, string Chinese)> Flags { get; } = Explained("flags.tsv");

    /// <summary>The rows of a data file, by its file name; a missing file is a bug.</summary>
    public static IEnumerable<string[]> Rows(string file)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not built into the library");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                rows.Add(line.Split('\t'));
            }
        }
        return rows;
    }

    private static FrozenDictionary<string, (string English, string Chinese)> Explained(string file) =>
        Rows(file).ToFrozenDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);
}
