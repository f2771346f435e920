using System.Buffers;
using System.Text;
using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Word;

/// <summary>
/// Formulas in one line: exponents raised (10⁴), fractions with a stroke, sums in them and under roots in brackets
/// (床位数/(常住人口+流动人口)), the rest in reading order. Enough for units and definitions; it is no typesetting.
/// </summary>
internal static class WordFormulas
{
    private static readonly SearchValues<char> Operators = SearchValues.Create("+-−±×÷=/·＋－＝");

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
                case "num":
                    line.Append(Whole(Read(part)));
                    break;
                case "den":
                    line.Append('/').Append(Whole(Read(part)));
                    break;
                case "deg":
                    break;
                case "rad":
                    line.Append('√').Append(Whole(Read(part)));
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

    /// <summary>In brackets where several terms would fall apart: b²-4ac, not -b, 常住人口 or √(a+b).</summary>
    private static string Whole(string terms)
    {
        var depth = 0;
        for (var at = 0; at < terms.Length; at++)
        {
            depth +=
                terms[at] is '(' ? 1
                : terms[at] is ')' ? -1
                : 0;
            if (at > 0 && depth == 0 && Operators.Contains(terms[at]))
            {
                return $"({terms})";
            }
        }
        return terms;
    }
}
