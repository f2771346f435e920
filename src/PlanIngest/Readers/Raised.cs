using System.Text;

namespace PlanIngest.Readers;

/// <summary>Superscripts kept as characters: m² and 10⁴ must not become m2 and 104.</summary>
internal static class Raised
{
    private const string Plain = "0123456789+-−–=()ni";
    private const string High = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ";

    /// <summary>The text raised, where all of it has raised forms; else as it is.</summary>
    public static string Write(string text)
    {
        var raised = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            var at = Plain.IndexOf(sign, StringComparison.Ordinal);
            if (at < 0)
            {
                return text;
            }
            raised.Append(High[at]);
        }
        return raised.ToString();
    }
}
