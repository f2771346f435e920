using System.Globalization;
using System.Text;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>One of the up to four parts of a number format between semicolons, cut into tokens.</summary>
internal sealed class FormatSection
{
    private readonly List<FormatToken> tokens = [];

    private FormatSection() { }

    public IReadOnlyList<FormatToken> Tokens => tokens;

    /// <summary>For which numbers it is meant, where it says so itself: [>=100].</summary>
    public Func<decimal, bool>? Condition { get; private set; }

    /// <summary>Figures are written in Chinese: [DBNum1].</summary>
    public bool ChineseFigures { get; private set; }

    public bool IsDate { get; private set; }

    /// <summary>Nothing but the format of a number without one.</summary>
    public bool IsGeneral { get; private set; }

    public bool Has(FormatTokenKind kind) => tokens.Exists(token => token.Kind == kind);

    /// <summary>The sections of a format, in order.</summary>
    public static IReadOnlyList<FormatSection> ReadAll(string format)
    {
        var sections = new List<FormatSection>();
        var at = 0;
        do
        {
            sections.Add(Read(format, ref at));
        } while (at++ < format.Length && sections.Count < 4);
        return sections;
    }

    private static FormatSection Read(string format, ref int at)
    {
        var section = new FormatSection();
        for (; at < format.Length && format[at] != ';'; at++)
        {
            section.Take(format, ref at);
        }
        section.IsDate = section.tokens.Exists(token =>
            token.Kind is FormatTokenKind.Date or FormatTokenKind.Elapsed or FormatTokenKind.HalfDay
        );
        section.IsGeneral = section.tokens is [{ Kind: FormatTokenKind.General }];
        return section;
    }

    /// <summary>Takes the token that begins at the place and leaves the place at its last character.</summary>
    private void Take(string format, ref int at)
    {
        var sign = format[at];
        switch (sign)
        {
            case '"':
                var close = format.IndexOf('"', at + 1);
                close = close < 0 ? format.Length : close;
                Literal(format[(at + 1)..close]);
                at = close;
                break;
            case '\\' or '!':
                at++;
                Literal(at < format.Length ? format[at].ToString() : "");
                break;
            case '_':
                at++;
                Literal(" ");
                break;
            case '*':
                at++;
                break;
            case '[':
                var end = format.IndexOf(']', at);
                end = end < 0 ? format.Length - 1 : end;
                Bracket(format[(at + 1)..Math.Max(at + 1, end)]);
                at = end;
                break;
            case '0' or '#' or '?':
                Add(FormatTokenKind.Digit, sign.ToString());
                break;
            case '.':
                Add(FormatTokenKind.Point, ".");
                break;
            case ',':
                Add(FormatTokenKind.Comma, ",");
                break;
            case '%':
                Add(FormatTokenKind.Percent, "%");
                break;
            case '/':
                Add(FormatTokenKind.Slash, "/");
                break;
            case '@':
                Add(FormatTokenKind.Words, "@");
                break;
            case 'E' or 'e' when at + 1 < format.Length && format[at + 1] is '+' or '-':
                Add(FormatTokenKind.Exponent, format.Substring(at, 2));
                at++;
                break;
            default:
                Letters(format, ref at);
                break;
        }
    }

    private void Letters(string format, ref int at)
    {
        var rest = format.AsSpan(at);
        if (rest.StartsWith("General", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("G/通用格式"))
        {
            Add(FormatTokenKind.General, "");
            at += rest[1] == '/' ? 5 : 6;
        }
        else if (rest.StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("上午/下午"))
        {
            Add(FormatTokenKind.HalfDay, rest[0] == '上' ? "上午/下午" : "AM/PM");
            at += 4;
        }
        else if ("ymdhsea".Contains(char.ToLowerInvariant(rest[0])))
        {
            var letter = char.ToLowerInvariant(rest[0]);
            var length = 1;
            while (length < rest.Length && char.ToLowerInvariant(rest[length]) == letter)
            {
                length++;
            }
            Add(FormatTokenKind.Date, new string(letter, length));
            at += length - 1;
        }
        else
        {
            Literal(rest[0].ToString());
        }
    }

    private void Bracket(string inside)
    {
        if (inside.StartsWith('$'))
        {
            var dash = inside.IndexOf('-', StringComparison.Ordinal);
            Literal(inside[1..(dash < 0 ? inside.Length : dash)]);
        }
        else if (inside.StartsWith("DBNum", StringComparison.OrdinalIgnoreCase))
        {
            ChineseFigures = true;
        }
        else if (inside.Length > 0 && inside.All(letter => letter is 'h' or 'H' or 'm' or 'M' or 's' or 'S'))
        {
            Add(FormatTokenKind.Elapsed, inside.ToLowerInvariant());
        }
        else if (inside.Length > 1 && inside[0] is '<' or '>' or '=')
        {
            Condition = ReadCondition(inside) ?? Condition;
        }
    }

    private static Func<decimal, bool>? ReadCondition(string inside)
    {
        var length = inside[1] is '=' or '>' ? 2 : 1;
        if (!decimal.TryParse(inside.AsSpan(length), NumberStyles.Float, CultureInfo.InvariantCulture, out var limit))
        {
            return null;
        }
        return inside[..length] switch
        {
            "<" => value => value < limit,
            "<=" => value => value <= limit,
            ">" => value => value > limit,
            ">=" => value => value >= limit,
            "<>" => value => value != limit,
            _ => value => value == limit,
        };
    }

    private void Literal(string words)
    {
        if (words.Length > 0)
        {
            Add(FormatTokenKind.Literal, words);
        }
    }

    private void Add(FormatTokenKind kind, string text) => tokens.Add(new FormatToken(kind, text));
}
