using System.Text;
using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Word;

/// <summary>
/// Formulas in one line: exponents raised (10⁴), fractions with a stroke (a/b), the rest in reading order. Enough for
/// units and definitions; it is no typesetting.
/// </summary>
internal static class WordFormulas
{
    public static string Read(PartReader part)
    {
        var line = new StringBuilder();
        Inside(part, line);
        return line.ToString();
    }

    private static void Inside(PartReader part, StringBuilder line)
    {
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "t":
                    line.Append(part.Text());
                    break;
                case "sup":
                    line.Append(Raised.Write(Read(part)));
                    break;
                case "den":
                    line.Append('/').Append(Read(part));
                    break;
                case "deg":
                    break;
                case "rad":
                    line.Append('√');
                    Inside(part, line);
                    break;
                case "d":
                    line.Append('(');
                    Inside(part, line);
                    line.Append(')');
                    break;
                case "chr":
                    line.Append(part.Attribute("val"));
                    break;
                case "ctrlPr" or "rPr" or "del":
                    break;
                default:
                    Inside(part, line);
                    break;
            }
        }
    }
}
