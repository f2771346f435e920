using System.Buffers;

namespace PlanIngest.Quantities;

/// <summary>Grades: 七级, 四级甲等, 四甲, B++, A级, P2, Ⅲ类. A numeral with 级 is one; a class of things (三级医院) is not,
/// which prose has to tell.</summary>
internal static class Grades
{
    /// <summary>Cells are shorter; looking through a long sentence again and again would cost more than it saves.</summary>
    private const int LookAhead = 32;

    /// <summary>One of these stands behind the number of a grade.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("级甲乙丙");

    private const string RomanNumerals = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ";

    /// <summary>The end of the grade that begins here, and its number where it is a plain number; null for none.</summary>
    public static (int End, decimal? Value, string? Unit)? Read(ReadOnlySpan<char> text, int at, int end)
    {
        var first = Letters.Fold(text[at]);
        if (first is >= 'A' and <= 'Z' or >= 'Ⅰ' and <= 'Ⅹ')
        {
            return Letter(text, at, end, first);
        }
        if (end - at <= LookAhead && !text[at..end].ContainsAny(Marks))
        {
            // The numbers of most cells.
            return null;
        }
        if (
            Numerals.Read(text, at, end) is not { HasPoint: false, More: false, Scale: 1 } numeral
            || numeral.Value > 20
        )
        {
            return null;
        }
        var next = Letters.SkipBlanks(text, numeral.End, end);
        if (next >= end)
        {
            return null;
        }
        if (text[next] is '甲' or '乙' or '丙')
        {
            return numeral.Style == NumeralStyle.Chinese ? (WithDeng(text, next + 1, end), null, null) : null;
        }
        if (text[next] != '级')
        {
            return null;
        }
        var behind = Letters.SkipBlanks(text, next + 1, end);
        return behind < end && text[behind] is '甲' or '乙' or '丙'
            ? (WithDeng(text, behind + 1, end), null, null)
            : (next + 1, numeral.Value, "级");
    }

    /// <summary>P2, A, A+, AAA: a grade where it is all of a cell, a part of a name anywhere else.</summary>
    public static bool IsCode(ReadOnlySpan<char> cell)
    {
        var letters = 0;
        while (letters < cell.Length && Letters.Fold(cell[letters]) is >= 'A' and <= 'E' or 'P')
        {
            letters++;
        }
        var rest = cell[letters..];
        return letters is >= 1 and <= 4
            && (
                rest.IsEmpty
                || rest is "+" or "-"
                || (letters == 1 && rest.Length == 1 && Units.SmallDigit(rest[0]) > 0)
            );
    }

    /// <summary>B++, A级, P2, Ⅲ类, V类.</summary>
    private static (int End, decimal? Value, string? Unit)? Letter(ReadOnlySpan<char> text, int at, int end, char first)
    {
        var here = at + 1;
        while (here < end && here < at + 4 && Letters.Fold(text[here]) is 'I' or 'V' or 'X')
        {
            here++;
        }
        var roman = Roman(text[at..here]);
        var signs = here;
        while (signs < end && signs < here + 3 && Letters.Fold(text[signs]) is '+')
        {
            signs++;
        }
        var suffix = Letters.After(text, signs, end);
        if (suffix is '类' or '级' or '等')
        {
            var close = Letters.SkipBlanks(text, signs, end) + 1;
            return roman > 0 && signs == here ? (close, roman, suffix.ToString()) : (close, null, null);
        }
        if (here == at + 1 && signs > here)
        {
            return (signs, null, null);
        }
        return null;
    }

    private static int Roman(ReadOnlySpan<char> letters)
    {
        if (letters.Length == 1 && RomanNumerals.IndexOf(Letters.Fold(letters[0])) is >= 0 and var index)
        {
            return index + 1;
        }
        return letters switch
        {
            "I" => 1,
            "II" => 2,
            "III" => 3,
            "IV" => 4,
            "V" => 5,
            "VI" => 6,
            _ => 0,
        };
    }

    private static int WithDeng(ReadOnlySpan<char> text, int at, int end)
    {
        var next = Letters.SkipBlanks(text, at, end);
        return next < end && text[next] == '等' ? next + 1 : at;
    }
}
