using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>
/// The table of metadata over a government page: 发文机关：国务院办公厅, on one line or label and value on two.
/// </summary>
internal sealed record MetadataLabels
{
    public string? Title { get; init; }
    public string? Number { get; init; }
    public string? Issuer { get; init; }
    public Period? Date { get; init; }
    public Period? Published { get; init; }

    public static MetadataLabels Of(IReadOnlyList<string> lines)
    {
        var labels = new MetadataLabels();
        for (var at = 0; at < lines.Count; at++)
        {
            if (LabelOf(lines[at], out var rest) is not { } name)
            {
                continue;
            }
            var next = at + 1 < lines.Count ? lines[at + 1] : "";
            var value =
                rest.Length > 0 ? rest
                : LabelOf(next, out _) is null ? next
                : "";
            labels = labels.With(name, value);
        }
        return labels;
    }

    /// <summary>The class of the label a line begins with (or is); null for none.</summary>
    public static string? LabelOf(string line, out string rest)
    {
        var squeezed = line.Replace("\u3000", "", StringComparison.Ordinal).TrimStart('【', '[');
        foreach (var (word, name) in HeadWords.Labels)
        {
            if (!squeezed.StartsWith(word, StringComparison.Ordinal))
            {
                continue;
            }
            var tail = squeezed[word.Length..].TrimStart('】', ']');
            if (tail.Length > 0 && tail[0] is '：' or ':')
            {
                rest = tail[1..].Trim();
                return name;
            }
        }
        rest = "";
        return null;
    }

    private MetadataLabels With(string name, string value) =>
        value.Length == 0
            ? this
            : name switch
            {
                "label-title" => this with { Title = Title ?? value },
                "label-number" when value.EndsWith('号') => this with { Number = Number ?? value },
                "label-issuer" => this with { Issuer = Issuer ?? value },
                "label-date" => this with { Date = Date ?? IssueDateReader.DateAtStart(value) },
                "label-published" => this with { Published = Published ?? IssueDateReader.DateAtStart(value) },
                _ => this,
            };
}
