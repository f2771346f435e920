using System.Buffers;
using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Tables;

/// <summary>Reads units where tables print them: in brackets, behind a stroke or a comma, in a column, in a caption.</summary>
internal static class UnitReader
{
    /// <summary>Units are short; a longer word in brackets says something else.</summary>
    private const int Longest = 16;

    /// <summary>Those of other languages run longer: per 100 000 live births.</summary>
    private const int LongestLatin = 32;

    /// <summary>A stretch that must be a unit (a cell of the unit column, 单位：…): as written where it is not known.</summary>
    public static UnitWords? Declared(Document document, Span stretch)
    {
        var span = Words.Trim(document.Shown, stretch);
        var words = Words.Join(document.Shown, span);
        if (words.Length == 0 || IsTooLong(words) || CellLooks.Of(words) == CellLook.Missing)
        {
            return null;
        }
        if (PerPopulation.Read(words) is { } rate)
        {
            return new UnitWords(rate, 1, span);
        }
        return Units.ReadWhole(words) is var (unit, multiplier)
            ? new UnitWords(unit, multiplier, span)
            : new UnitWords(words, 1, span);
    }

    /// <summary>A stretch that may be a unit: known units, and unknown ones that have a unit's form (头/公顷, 人·hm-2).</summary>
    public static UnitWords? Maybe(Document document, Span stretch)
    {
        var span = Words.Trim(document.Shown, stretch);
        if (span.IsEmpty || span.Length > Longest * 4)
        {
            return null;
        }
        var words = Words.Join(document.Shown, span);
        if (words.StartsWith("单位", StringComparison.Ordinal) && words.Length > 3 && words[2] is '：' or ':')
        {
            return Declared(document, AfterColon(document, span));
        }
        if (IsTooLong(words))
        {
            return null;
        }
        if (PerPopulation.Read(words) is { } rate)
        {
            return new UnitWords(rate, 1, span);
        }
        if (words is "万" or "亿" or "万亿")
        {
            // 门诊人次数(万): how many at a time; of what, the name says.
            return new UnitWords(
                null,
                words == "万" ? 10_000
                    : words == "亿" ? 100_000_000
                    : 1_000_000_000_000,
                span
            );
        }
        if (QuantityReader.ReadUnit(words) is var (unit, multiplier))
        {
            return new UnitWords(unit, multiplier, span);
        }
        // 头·hm -²: the space is a slip.
        words = words.Replace(" ", "", StringComparison.Ordinal);
        return HasUnitForm(words) ? new UnitWords(words, 1, span) : null;
    }

    private static readonly SearchValues<char> NoUnit = SearchValues.Create(" ，,、；;：:");

    private static bool IsTooLong(string words) =>
        words.Length > (words.AsSpan().IndexOfAnyInRange('\u2E80', '\uFFFF') < 0 ? LongestLatin : Longest);

    /// <summary>头/公顷, 人·hm-2, μg/m3. Not: 含中医医院,下同; 2020年; 城镇/农村 (no unit on either side).</summary>
    private static bool HasUnitForm(string words)
    {
        var mark = words.AsSpan().IndexOfAny('/', '／', '·');
        if (mark <= 0 || mark == words.Length - 1 || words.AsSpan().IndexOfAny(NoUnit) >= 0)
        {
            return false;
        }
        if (mark <= 4 && words.Length - mark <= 4 && !words.AsSpan().ContainsAnyExceptInRange('/', 'z'))
        {
            // pcu/d: letters on both sides.
            return words.AsSpan().IndexOfAnyInRange('0', '9') < 0;
        }
        var power = words[^1] is '2' or '3' or '1' or '²' or '³' or '¹';
        return power && words.AsSpan().IndexOfAnyInRange('a', 'z') >= 0
            || QuantityReader.ReadUnit(words.AsSpan(mark + 1)) is not null
                && QuantityReader.ReadUnit(words.AsSpan(0, mark)) is not null;
    }

    private static Span AfterColon(Document document, Span span)
    {
        var at = document.Shown.AsSpan(span.Start, span.Length).IndexOfAny('：', ':');
        return Span.Between(span.Start + at + 1, span.End);
    }
}
