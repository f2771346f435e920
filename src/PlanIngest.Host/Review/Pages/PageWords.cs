using System.Collections.Frozen;

namespace PlanIngest.Host.Review.Pages;

/// <summary>The words of the pages in the language of the reader, from <c>page-words.tsv</c>.</summary>
public sealed class PageWords
{
    private static readonly FrozenDictionary<string, (string English, string Chinese)> All = Load();

    private readonly bool isChinese;

    private PageWords(bool isChinese) => this.isChinese = isChinese;

    public static PageWords English { get; } = new(false);
    public static PageWords Chinese { get; } = new(true);

    public string Language => isChinese ? "zh-Hans" : "en";

    /// <summary>A key without a row is a bug.</summary>
    public string this[string key] => Pick(All[key]);

    /// <summary>The words of a closed set's member, a finding or a flag; the code itself where there is no row.</summary>
    public string Of(string kind, string? code) =>
        code is null ? ""
        : All.TryGetValue($"{kind}.{code}", out var words) ? Pick(words)
        : kind == "finding" && Model.Catalog.Findings.TryGetValue(code, out var finding) ? Pick(finding)
        : kind == "flag" && Model.Catalog.Flags.TryGetValue(code, out var flag) ? Pick(flag)
        : code;

    /// <summary>Of the languages a browser asks for, the first that is one of ours.</summary>
    public static PageWords For(string? acceptLanguage)
    {
        foreach (var language in (acceptLanguage ?? "").Split(','))
        {
            var tag = language.AsSpan().Trim();
            if (tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
            {
                return Chinese;
            }
            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return English;
            }
        }
        return English;
    }

    private string Pick((string English, string Chinese) words) => isChinese ? words.Chinese : words.English;

    private static FrozenDictionary<string, (string, string)> Load()
    {
        using var stream = typeof(PageWords).Assembly.GetManifestResourceStream("page-words.tsv")!;
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var columns = line.Split('\t');
                words.Add(columns[0], (columns[1], columns[2]));
            }
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
