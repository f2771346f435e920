using PlanIngest.Model;

namespace PlanIngest.Periods;

/// <summary>The characters periods are made of: digits of any width, Chinese digits, quotes, blanks, range marks.</summary>
internal readonly ref partial struct PeriodScanner
{
    private char Peek(int at) => at < end ? shown[at] : '\uFFFF';

    private int SkipBlank(int at)
    {
        while (at < end && shown[at] is ' ' or '\t' or '\u00A0' or '\u3000' or Document.Hidden)
        {
            at++;
        }
        return at;
    }

    private bool StartsWith(int at, string words) =>
        at + words.Length <= end && shown.Slice(at, words.Length).SequenceEqual(words);

    /// <summary>A digit or a point stands right before: what follows is the rest of a number.</summary>
    private bool IsInsideNumber(int at) =>
        at > stretch.Start
        && (Digit(shown[at - 1]) >= 0 || ChineseDigit(shown[at - 1]) >= 0 || shown[at - 1] is '.' or '．');

    /// <summary>In a header: 2020, 2020目标; not 2020人, 2020.5, 2020%.</summary>
    private bool IsBareYear(int at) =>
        Digit(Peek(at)) < 0 && Peek(at) is not ('.' or '．' or '%' or '％' or ',' or '人' or '万');

    /// <summary>Four digits of one kind, blanks between them allowed, 1900 to 2100.</summary>
    private bool TryYear(int at, out int next, out int year)
    {
        next = at;
        year = 0;
        var chinese = ChineseDigit(Peek(at)) >= 0;
        for (var count = 0; count < 4; count++)
        {
            var place = count == 0 ? at : SkipBlank(next);
            var digit = chinese ? ChineseDigit(Peek(place)) : Digit(Peek(place));
            if (digit < 0)
            {
                return false;
            }
            year = year * 10 + digit;
            next = place + 1;
        }
        var more = chinese ? ChineseDigit(Peek(next)) : Digit(Peek(next));
        return more < 0 && year is >= 1900 and <= 2100;
    }

    /// <summary>Up to that many digits.</summary>
    private bool TryNumber(int at, int most, out int next, out int value)
    {
        next = at;
        value = 0;
        while (next < end && next - at < most && Digit(shown[next]) is >= 0 and var digit)
        {
            value = value * 10 + digit;
            next++;
        }
        return next > at && Digit(Peek(next)) < 0;
    }

    private bool TryMonthNumber(int at, out int next, out int month) =>
        (TryNumber(at, 2, out next, out month) || TryCount(at, out next, out month)) && month is >= 1 and <= 12;

    private bool TryDayNumber(int at, out int next, out int day) =>
        (TryNumber(at, 2, out next, out day) || TryCount(at, out next, out day)) && day is >= 1 and <= 31;

    /// <summary>A small Chinese or Arabic count: 五, 十, 十四, 二十, 二十二, 5.</summary>
    private bool TryCount(int at, out int next, out int value)
    {
        if (TryNumber(at, 2, out next, out value))
        {
            return true;
        }
        next = at;
        value = 0;
        var first = ChineseDigit(Peek(at));
        if (first > 0)
        {
            value = first;
            next = at + 1;
        }
        if (Peek(next) == '十')
        {
            value = Math.Max(value, 1) * 10;
            next++;
            var ones = ChineseDigit(Peek(next));
            if (ones > 0)
            {
                value += ones;
                next++;
            }
        }
        return next > at;
    }

    /// <summary>-, —, ～, 至, 到 between two ends of a range; doubled dashes are one.</summary>
    private bool TryRangeMark(int at, out int next)
    {
        next = at;
        while (next < end && next - at < 2 && shown[next] is '-' or '—' or '－' or '–' or '~' or '～' or '―' or '─')
        {
            next++;
        }
        if (next == at && Peek(at) is '至' or '到')
        {
            next++;
        }
        return next > at;
    }

    private static int Digit(char c) =>
        c is >= '0' and <= '9' ? c - '0'
        : c is >= '０' and <= '９' ? c - '０'
        : -1;

    private static int ChineseDigit(char c) =>
        c switch
        {
            '〇' or '○' or 'Ｏ' or '零' => 0,
            '一' => 1,
            '二' or '两' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            _ => -1,
        };

    private static bool IsQuote(char c) => c is '“' or '”' or '"' or '‘' or '’' or '「' or '」' or '『' or '』' or '＂';
}
