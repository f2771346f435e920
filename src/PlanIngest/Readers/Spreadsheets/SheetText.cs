using System.Text;
using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>A text of a workbook, plain or of runs: exponents are raised, readings over Chinese or Japanese signs left out.</summary>
internal static class SheetText
{
    /// <summary>Of the element the reader stands on (<c>si</c>, <c>is</c>).</summary>
    public static string Read(PartReader part)
    {
        var first = "";
        StringBuilder? more = null;
        foreach (var name in part.Children())
        {
            var words = name switch
            {
                "t" => part.Text(),
                "r" => Run(part),
                _ => "",
            };
            if (first.Length == 0)
            {
                first = words;
                continue;
            }
            (more ??= new StringBuilder(first)).Append(words);
        }
        return Unescaped(more?.ToString() ?? first);
    }

    private static string Run(PartReader part)
    {
        var raised = false;
        var words = "";
        foreach (var name in part.Children())
        {
            if (name == "t")
            {
                words = part.Text();
            }
            else if (name == "rPr")
            {
                foreach (var property in part.Children())
                {
                    raised |= property == "vertAlign" && part.Attribute("val") == "superscript";
                }
            }
        }
        return raised ? Raised.Write(words) : words;
    }

    /// <summary>Control characters are written <c>_x000D_</c>: a line end.</summary>
    private static string Unescaped(string text) =>
        text.Contains("_x000", StringComparison.Ordinal)
            ? text.Replace("_x000D_", "", StringComparison.OrdinalIgnoreCase)
                .Replace("_x000A_", "\n", StringComparison.OrdinalIgnoreCase)
            : text.Replace("\r", "", StringComparison.Ordinal);
}
