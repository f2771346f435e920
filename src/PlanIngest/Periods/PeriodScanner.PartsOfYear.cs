using PlanIngest.Model;

namespace PlanIngest.Periods;

/// <summary>Halves and quarters of a year.</summary>
internal readonly ref partial struct PeriodScanner
{
    /// <summary>
    /// 上半年, 前三季度, 一季度 without a year: of the document's own; a quarter is a period only where that is known. Not:
    /// 三季度末 behind 第 or a number (连续三季度).
    /// </summary>
    private bool TryPartAlone(int at, out PeriodMention mention)
    {
        mention = default;
        var isHalf = StartsWith(at, "上半年") || StartsWith(at, "下半年") || StartsWith(at, "前三季度");
        return (
                isHalf
                || head.IssuedOn is not null
                    && (at == stretch.Start || ChineseDigit(shown[at - 1]) < 0 && shown[at - 1] is not ('第' or '续'))
            )
            && TryPartOfYear(at, 0, at, out _)
            && TryWithin(at, at, 0, out mention);
    }

    /// <summary>2024年上半年, 2025年第一季度, 2018年前三季度.</summary>
    private bool TryPartOfYear(int at, int year, int start, out PeriodMention mention)
    {
        mention = default;
        foreach (var (words, first, last) in PartsOfYear)
        {
            if (StartsWith(at, words))
            {
                var period = new Period(new PeriodPoint(year, first), new PeriodPoint(year, last));
                return Found(start, at + words.Length, period, PeriodSense.Range, out mention);
            }
        }
        return false;
    }

    private static readonly (string Words, int First, int Last)[] PartsOfYear =
    [
        ("上半年", 1, 6),
        ("下半年", 7, 12),
        ("第一季度", 1, 3),
        ("一季度", 1, 3),
        ("第二季度", 4, 6),
        ("二季度", 4, 6),
        ("第三季度", 7, 9),
        ("三季度", 7, 9),
        ("第四季度", 10, 12),
        ("四季度", 10, 12),
        ("前三季度", 1, 9),
    ];
}
