using System.Runtime.CompilerServices;
using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>
/// What single characters are to the grammar. Folding maps one char to one char (full width to half width and the
/// variants of ≥ ≤ ～), so offsets are kept.
/// </summary>
internal static class Letters
{
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int WidthShift = 0xFEE0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char c)
    {
        if (c < '\u2000')
        {
            return c;
        }
        if (c is >= FirstFullWidth and <= LastFullWidth)
        {
            return (char)(c - WidthShift);
        }
        return c switch
        {
            '≧' or '⩾' => '≥',
            '≦' or '⩽' => '≤',
            '﹥' => '>',
            '﹤' => '<',
            '﹪' => '%',
            '−' or '‐' or '‑' => '-',
            '﹣' => '-',
            '〜' or '∼' => '~',
            'ⅰ' => 'Ⅰ',
            'ⅱ' => 'Ⅱ',
            'ⅲ' => 'Ⅲ',
            'ⅳ' => 'Ⅳ',
            'ⅴ' => 'Ⅴ',
            _ => c,
        };
    }

    public static bool IsDigit(char folded) => folded is >= '0' and <= '9';

    public static bool IsLatin(char folded) => folded is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    /// <summary>Nothing to a reader of the words: white space and hidden markup.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlank(char c) =>
        c is ' ' or '\n' or '\r' or Document.Hidden or '\u3000' or '\u00A0' or '\u200B'
        || (c >= '\u2000' && c <= '\u200A');

    /// <summary>A Chinese character, not a mark of punctuation.</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    /// <summary>The next position at or after <paramref name="at"/> that is no blank, or the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SkipBlanks(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end && IsBlank(text[at]))
        {
            at++;
        }
        return at;
    }

    /// <summary>The folded character before <paramref name="at"/> that is no blank; a line feed for none.</summary>
    public static char Before(ReadOnlySpan<char> text, int at, int start)
    {
        while (--at >= start)
        {
            if (!IsBlank(text[at]))
            {
                return Fold(text[at]);
            }
        }
        return '\n';
    }

    /// <summary>The folded character at or after <paramref name="at"/> that is no blank; a line feed for none.</summary>
    public static char After(ReadOnlySpan<char> text, int at, int end)
    {
        at = SkipBlanks(text, at, end);
        return at < end ? Fold(text[at]) : '\n';
    }
}
