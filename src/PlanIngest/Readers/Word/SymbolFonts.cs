using System.Collections.Frozen;
using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Readers.Word;

/// <summary>
/// Letters of the Symbol and Wingdings fonts as the characters they look like (Symbol 0xB3 is ≥). The tables follow
/// the fonts' published encodings; a letter without a row is left out when it has no meaning outside its font.
/// </summary>
internal static class SymbolFonts
{
    private static readonly FrozenDictionary<(string Font, int Code), string> Signs = Catalog
        .Rows("symbol-fonts.tsv")
        .ToFrozenDictionary(
            row => (row[0], int.Parse(row[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
            row => row[2]
        );

    public static bool Has(string? font) => Name(font) is not null;

    /// <summary>A single sign of a font; its code may stand in the private area F000–F0FF or plain.</summary>
    public static string Write(string? font, char sign) => One(Name(font) ?? "symbol", sign);

    /// <summary>
    /// Words in a run set in the font. Only the private codes are the font's: Word shows the plain letters of such a
    /// run, Chinese ones above all, in another font.
    /// </summary>
    public static string WriteSet(string? font, string words)
    {
        var name = Name(font)!;
        return string.Concat(
            words.Select(letter => letter is >= '\uF000' and <= '\uF0FF' ? One(name, letter) : letter.ToString())
        );
    }

    private static string One(string name, char letter)
    {
        var code = letter is >= '\uF000' and <= '\uF0FF' ? letter - 0xF000 : letter;
        if (Signs.TryGetValue((name, code), out var sign))
        {
            return sign;
        }
        return letter >= '\uE000' && letter <= '\uF8FF' ? "" : letter.ToString();
    }

    private static string? Name(string? font) =>
        font is null ? null
        : font.Equals("Symbol", StringComparison.OrdinalIgnoreCase) ? "symbol"
        : font.StartsWith("Wingdings 2", StringComparison.OrdinalIgnoreCase) ? "wingdings2"
        : font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) ? "wingdings"
        : null;
}
