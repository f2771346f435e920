using System.Collections.Frozen;
using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>
/// Shows a stored value as the sheet shows it: 0.253 as 25.3%, 12345 as 1.2万, 44196 as 2020年12月31日. A number without
/// a format of its own keeps all its digits up to eleven characters, and whole numbers all of them: unlike Excel, which
/// cuts long ones to 1.23E+11, for the value is what is read.
/// </summary>
public sealed class NumberFormat
{
    public static readonly NumberFormat General = new("General");

    private static readonly FrozenDictionary<int, string> BuiltIn = Catalog
        .Rows("number-formats.tsv")
        .ToFrozenDictionary(row => int.Parse(row[0], CultureInfo.InvariantCulture), row => row[1]);

    private readonly IReadOnlyList<FormatSection> sections;

    public NumberFormat(string format) => sections = FormatSection.ReadAll(format);

    /// <summary>The format a workbook names by number alone; null for numbers it has to define.</summary>
    public static string? OfNumber(int number) => BuiltIn.GetValueOrDefault(number);

    /// <summary>Whether numbers are shown as dates or times.</summary>
    public bool IsDate => sections[0].IsDate;

    /// <param name="value">As stored.</param>
    /// <param name="from1904">Days are counted from 1904, as old Macs did.</param>
    public string Show(double value, bool from1904 = false)
    {
        if (!double.IsFinite(value) || Math.Abs(value) >= 1e28)
        {
            return value.ToString("0.#####E+0", CultureInfo.InvariantCulture);
        }
        // Below what a decimal holds there is nothing a sheet would show.
        value = Math.Abs(value) < 1e-28 ? 0 : value;
        // The conversion keeps fifteen digits, which is what spreadsheets show of a stored 0.25299999999999995.
        var number = (decimal)value;
        var (section, signed) = SectionFor(number);
        var shown = section switch
        {
            null => GeneralFormat.Show(value),
            { IsDate: true } => DateSection.Show(section, value, from1904) ?? GeneralFormat.Show(value),
            { Tokens: [] } => "",
            _ => NumberSection.Show(section, Math.Abs(value)),
        };
        return (number < 0 && signed && section is { IsDate: false } ? "-" : "") + shown.Trim();
    }

    /// <summary>A text cell: the fourth section says how it is shown, if there is one.</summary>
    public string Show(string words)
    {
        if (sections.Count < 4)
        {
            return words;
        }
        var shown = sections[3].Tokens.Select(token => token.Kind == FormatTokenKind.Words ? words : token.Text);
        return string.Concat(shown);
    }

    /// <summary>The section a number is shown by, and whether a minus sign is still owed to a negative one.</summary>
    private (FormatSection? Section, bool Signed) SectionFor(decimal number)
    {
        var count = Math.Min(sections.Count, 3);
        for (var at = 0; at < count; at++)
        {
            if (sections[at].Condition is { } holds && holds(number))
            {
                return (sections[at], at == 0);
            }
        }
        if (sections.Any(section => section.Condition is not null))
        {
            var other = sections.Take(count).LastOrDefault(section => section.Condition is null);
            return (other, other == sections[0]);
        }
        return number switch
        {
            < 0 when count > 1 => (sections[1], false),
            0 when count > 2 => (sections[2], false),
            _ => (sections[0], true),
        };
    }
}
