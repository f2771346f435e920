using System.Buffers;
using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>What a cell looks like before its words are understood; enough to tell header from body.</summary>
internal enum CellLook
{
    Empty,

    /// <summary>Marks that say there is no value: —, /, …, 无.</summary>
    Missing,

    /// <summary>A number with at most a limit before and a unit behind it: ≥7.5张, 600 人以上, 2~3.</summary>
    Number,

    /// <summary>A bare year or one with 年: 2020, 2025年.</summary>
    Year,
    Words,
}

/// <summary>Tells looks by the characters alone; a cheap scan, no grammar.</summary>
internal static class CellLooks
{
    private const string Missing = "-—–－―─/／…．.*無无\\、";
    private const string Limits = "≥≤>＞<＜＝=≧≦±+-－—~～约近超达逾（(△▲▽▼[［【";

    /// <summary>Letters a unit or a limit behind a number may take (平方米/人以上).</summary>
    private const int UnitLetters = 6;

    public static bool IsBlank(ReadOnlySpan<char> shown)
    {
        foreach (var c in shown)
        {
            if (c != Document.Hidden && !White.Is(c))
            {
                return false;
            }
        }
        return true;
    }

    public static CellLook Of(ReadOnlySpan<char> shown)
    {
        if (IsBlank(shown))
        {
            return CellLook.Empty;
        }
        if (IsMissing(shown))
        {
            return CellLook.Missing;
        }
        return IsYear(shown) ? CellLook.Year
            : IsNumber(shown) ? CellLook.Number
            : CellLook.Words;
    }

    /// <summary>A whole number as ordinals are written: 1, 12, 01, (3), 4. — or -1.</summary>
    public static int Ordinal(ReadOnlySpan<char> shown)
    {
        int value = 0,
            digits = 0;
        foreach (var c in shown)
        {
            if (Digit(c) is >= 0 and var digit)
            {
                value = value * 10 + digit;
                if (++digits > 7)
                {
                    return -1;
                }
            }
            else if (c != Document.Hidden && !White.Is(c) && !"().．、（）*★▲".Contains(c))
            {
                return -1;
            }
        }
        return digits == 0 ? -1 : value;
    }

    private static bool IsMissing(ReadOnlySpan<char> shown)
    {
        var marks = 0;
        foreach (var c in shown)
        {
            if (c == Document.Hidden || White.Is(c))
            {
                continue;
            }
            if (!Missing.Contains(c) || ++marks > 6)
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsYear(ReadOnlySpan<char> shown)
    {
        int digits = 0,
            value = 0;
        var marked = false;
        foreach (var c in shown)
        {
            if (c == Document.Hidden || White.Is(c))
            {
                continue;
            }
            if (!marked && digits < 4 && Digit(c) is >= 0 and var digit)
            {
                value = value * 10 + digit;
                digits++;
            }
            else if (digits == 4 && !marked && c is '年' or 'г')
            {
                marked = true;
            }
            else if (!marked || !"度底末初份.ода".Contains(c))
            {
                return false;
            }
        }
        return digits == 4 && value is >= 1900 and <= 2100;
    }

    /// <summary>Not: 5岁以下儿童死亡率, a name; 2025年目标, a date with words; 0871-6612345, a telephone.</summary>
    private static bool IsNumber(ReadOnlySpan<char> shown)
    {
        if (IsTelephone(shown.Trim()))
        {
            return false;
        }
        int digits = 0,
            letters = 0,
            value = 0;
        var point = false;
        foreach (var c in shown)
        {
            if (point && Words.IsWide(c) && char.IsLetter(c))
            {
                // 1.空气质量: a list mark.
                return false;
            }
            point = digits > 0 && (c is '.' or '．' or '、' or '。');
            if (Digit(c) is >= 0 and var digit)
            {
                digits++;
                value = digits <= 4 ? value * 10 + digit : 0;
            }
            else if (c == '年' && digits == 4 && letters == 0 && value is >= 1900 and <= 2100)
            {
                return false;
            }
            else if (char.IsLetter(c))
            {
                if (digits == 0 && !Limits.Contains(c))
                {
                    return false;
                }
                letters += c > '\u2E80' ? 2 : 1;
            }
            else if (digits == 0 && c != Document.Hidden && !White.Is(c) && !Limits.Contains(c))
            {
                return false;
            }
        }
        return digits > 0 && letters <= Math.Max(UnitLetters * 2, digits);
    }

    public static int Digit(char c) =>
        c is >= '0' and <= '9' ? c - '0'
        : c is >= '０' and <= '９' ? c - '０'
        : -1;

    /// <summary>0 and two or three digits, a dash or nothing, seven or eight more: no figure is printed so.</summary>
    private static bool IsTelephone(ReadOnlySpan<char> shown)
    {
        if (shown.Length is < 10 or > 13 || shown[0] != '0' || shown.ContainsAnyExcept(TelephoneCharacters))
        {
            return false;
        }
        var dash = shown.IndexOf('-');
        return dash is -1 or 3 or 4 && shown[(dash + 1)..].IndexOf('-') < 0;
    }

    private static readonly SearchValues<char> TelephoneCharacters = SearchValues.Create("0123456789-");
}
