using System.Buffers;
using System.Collections.Frozen;
using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>What a line of a page is to its article.</summary>
internal enum FrameKind
{
    /// <summary>A line of the article, as far as its words tell.</summary>
    None,

    /// <summary>A button that may be a word: frame behind another line of the frame only.</summary>
    Small,

    /// <summary>An address or an organiser: frame beside the foot of a site only.</summary>
    Where,

    /// <summary>An address with its postcode or telephone: frame as the last of a page too.</summary>
    Address,

    /// <summary>A line of the frame.</summary>
    Frame,

    /// <summary>A line of the foot of a site: whose it is, and its registration.</summary>
    Foot,
}

/// <summary>
/// Lines of a saved page that are its frame: made of nothing but labels with their values and buttons
/// (<c>frame-lines.tsv</c>).
/// </summary>
internal static class FrameLine
{
    /// <summary>A longer line is text.</summary>
    public const int Longest = 160;

    private const int LongestName = 40;
    private const int LongestCount = 12;

    /// <summary>Behind a date and its time: A3版, 星期五.</summary>
    private const int LongestDateTail = 8;

    private const string Edges = " \t\u3000\u00A0|｜";
    private const string Gaps = " \t\u3000\u00A0|｜/·【】[]［］()（）<>《》»：:-—";

    private static readonly Dictionary<char, (string Word, string Kind)[]> Words = Catalog
        .Rows("frame-lines.tsv")
        .Select(row => (Word: row[1], Kind: row[0]))
        .GroupBy(word => word.Word[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(word => word.Word.Length).ToArray());

    private static readonly SearchValues<char> Counts = SearchValues.Create("0123456789,，次人+ ");

    private static readonly FrozenSet<string> Names = FrozenSet.Create("name", "sole", "count", "date", "when");

    /// <summary>
    /// Reads 发布日期：2021-03-05 10:22 浏览次数：123 信息来源：市发改委, 【打印】【关闭】, 责任编辑：李四; refuses
    /// 浏览次数：全年达到5万次, 来源：国家统计局 (the note of a table), 联系人：张三　电话：010-00000000, 【打印】耗材 5 万元.
    /// </summary>
    /// <param name="line">Without white space at its ends.</param>
    /// <param name="labels">Takes the dates and what is said of the document, each behind its label.</param>
    public static FrameKind Read(ReadOnlySpan<char> line, List<string> labels)
    {
        if (line.IsEmpty || line.Length > Longest || line.ContainsAny('。', '；', '！'))
        {
            return FrameKind.None;
        }
        if (IsFoot(line))
        {
            return FrameKind.Foot;
        }
        if (Starts(line, "start"))
        {
            return FrameKind.Frame;
        }
        var parts = new Parts(labels);
        return ReadParts(line, ref parts) ? KindOf(parts) : FrameKind.None;
    }

    private static FrameKind KindOf(Parts parts)
    {
        var dated = parts.Published || parts.Pages > 0 && parts.BareDate;
        return parts switch
        {
            _ when dated || parts.Sole || parts.Pages > 1 || parts.Pages > 0 && parts.Buttons > 0 => FrameKind.Frame,
            { Pages: 1 } => FrameKind.Small,
            { Pages: 0, Abouts: 0, Buttons: 0, BareDate: false, Wheres: > 0 } => parts
                is { HasAddress: true, Wheres: > 1 }
                ? FrameKind.Address
                : FrameKind.Where,
            { Pages: 0, Abouts: 0, Wheres: 0, BareDate: false, Buttons: > 0 } => FrameKind.Frame,
            { Pages: 0, Abouts: 0, Wheres: 0, BareDate: false } => FrameKind.Small,
            _ => FrameKind.None,
        };
    }

    private static bool ReadParts(ReadOnlySpan<char> line, ref Parts parts)
    {
        var rest = line;
        while (!(rest = rest.TrimStart(Gaps)).IsEmpty)
        {
            if (LabelAt(rest) is { } label)
            {
                var value = rest[label.Length..];
                var end = label.Kind == "size" ? 0 : EndOfValue(value);
                if (!parts.Take(label.Kind, label.Word, value[..end].Trim(Edges)))
                {
                    return false;
                }
                rest = value[end..];
            }
            else if (rest.Length == line.Length && DateLength(rest) is > 0 and var date)
            {
                parts.TakeDate(rest[..date]);
                rest = rest[date..];
            }
            else if (ButtonAt(rest) is { } button)
            {
                parts.Buttons += button.Kind == "small" ? 0 : 1;
                rest = rest[button.Length..];
            }
            else
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Up to the next label or button.</summary>
    private static int EndOfValue(ReadOnlySpan<char> value)
    {
        for (var at = 0; at < value.Length; at++)
        {
            var edge = at == 0 || Gaps.Contains(value[at - 1]);
            if (
                LabelAt(value[at..]) is { } label && (edge || label.Word.Length > 2)
                || edge && ButtonAt(value[at..]) is not null
            )
            {
                return at;
            }
        }
        return value.Length;
    }

    /// <summary>A label and its colon; one over buttons needs none.</summary>
    private static (string Word, string Kind, int Length)? LabelAt(ReadOnlySpan<char> text)
    {
        foreach (var (word, kind) in WordsAt(text))
        {
            if (kind is "button" or "small" or "start" or "bottom" || Match(text, word) is not (> 0 and var length))
            {
                continue;
            }
            var colon = length;
            while (colon < text.Length && TextLines.IsSpace(text[colon]))
            {
                colon++;
            }
            if (
                colon < text.Length
                && (text[colon] is '：' or ':' || kind is "name" or "sole" && text[colon] is '|' or '｜')
            )
            {
                return (word, kind, colon + 1);
            }
        }
        return null;
    }

    private static (string Kind, int Length)? ButtonAt(ReadOnlySpan<char> text)
    {
        foreach (var (word, kind) in WordsAt(text))
        {
            if (
                kind is "button" or "small" or "size"
                && Match(text, word) is > 0 and var length
                && (length == text.Length || Gaps.Contains(text[length]))
            )
            {
                return (kind, length);
            }
        }
        return null;
    }

    private static bool IsFoot(ReadOnlySpan<char> line) =>
        Starts(line, "bottom")
        || line.Contains("公网安备", StringComparison.Ordinal)
        || line.IndexOf("ICP备", StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            && at + 4 < line.Length
            && (
                char.IsAsciiDigit(line[at + 4])
                || line[(at + 4)..].StartsWith("案号")
                || line[(at + 4)..].StartsWith("案序号")
            );

    private static bool Starts(ReadOnlySpan<char> line, string kind)
    {
        line = line.TrimStart(Gaps);
        foreach (var (word, kindOfWord) in WordsAt(line))
        {
            if (
                kindOfWord == kind
                && Match(line, word) is > 0 and var length
                && (kind == "bottom" || length == line.Length || !char.IsLetter(line[length]) || IsShort(line))
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>当前位置首页>工作动态. Not: 当前位置信息采集点达到50个.</summary>
    private static bool IsShort(ReadOnlySpan<char> line) =>
        line.Length <= LongestName && !line.ContainsAnyInRange('0', '9');

    private static (string Word, string Kind)[] WordsAt(ReadOnlySpan<char> text) =>
        !text.IsEmpty && Words.TryGetValue(char.ToLowerInvariant(text[0]), out var words) ? words : [];

    /// <summary>How much of the text is the word, blanks between its letters aside (地　址); 0 for none.</summary>
    private static int Match(ReadOnlySpan<char> text, string word)
    {
        var at = 0;
        foreach (var letter in word)
        {
            while (at < text.Length && at > 0 && TextLines.IsSpace(text[at]) && !TextLines.IsSpace(letter))
            {
                at++;
            }
            if (at == text.Length || char.ToLowerInvariant(text[at]) != letter)
            {
                return 0;
            }
            at++;
        }
        return at;
    }

    /// <summary>2021-03-05, 2021/3/5 10:22, 2019年06月15日08:18: the length of such a date and its time; 0 for none.</summary>
    private static int DateLength(ReadOnlySpan<char> text)
    {
        if (
            text.Length < 8
            || !(text.StartsWith("19") || text.StartsWith("20"))
            || text[4] is not ('-' or '/' or '.' or '年')
        )
        {
            return 0;
        }
        var at = 0;
        while (
            at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '-' or '/' or '.' or '年' or '月' or '日')
        )
        {
            at++;
        }
        var time = at;
        while (time < text.Length && (char.IsAsciiDigit(text[time]) || text[time] is ':' or '：' or ' ' or '\u3000'))
        {
            time++;
        }
        return time;
    }

    /// <summary>What a line is made of, as far as it is read.</summary>
    private struct Parts(List<string> labels)
    {
        public int Pages { get; private set; }
        public int Abouts { get; private set; }
        public int Wheres { get; private set; }
        public int Buttons { get; set; }
        public bool BareDate { get; private set; }
        public bool Published { get; private set; }
        public bool Sole { get; private set; }
        public bool HasAddress { get; private set; }

        public void TakeDate(ReadOnlySpan<char> date)
        {
            BareDate = true;
            labels.Add($"发布时间：{date.Trim()}");
        }

        /// <summary>Whether the label can have this value.</summary>
        public bool Take(string kind, string word, ReadOnlySpan<char> value)
        {
            Pages += Names.Contains(kind) ? 1 : 0;
            Abouts += kind == "about" ? 1 : 0;
            Wheres += kind == "where" ? 1 : 0;
            Buttons += kind == "size" ? 1 : 0;
            HasAddress |= kind == "where" && word.EndsWith("地址", StringComparison.Ordinal);
            Sole |= kind == "sole" || kind == "count" && word.Length > 2;
            switch (kind)
            {
                case "count":
                    return value.Length <= LongestCount && !value.ContainsAnyExcept(Counts);
                case "date" or "when":
                    var date = DateLength(value);
                    Published |= kind == "date" && date > 0;
                    labels.Add($"{word}：{value}");
                    return value.IsEmpty || date > 0 && value.Length - date <= LongestDateTail;
                case "about":
                    labels.Add($"{word}：{value}");
                    return true;
                case "where":
                    return true;
                default:
                    return value.Length <= LongestName && !value.Contains('，');
            }
        }
    }
}
