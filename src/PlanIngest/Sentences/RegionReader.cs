using System.Buffers;
using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>
/// The place or institution a document is about, in its own words: from its title, subtitle or issuer, else the place
/// its opening names most. Documents about the whole country have none.
/// </summary>
internal static class RegionReader
{
    /// <summary>What a document is about is named this early.</summary>
    private const int Opening = 3000;

    /// <summary>A place named less often is mentioned, not treated.</summary>
    private const int Mentions = 3;

    /// <summary>Names of places are no longer (积石山保安族东乡族撒拉族自治县 is).</summary>
    private const int LongestName = 14;

    public static string? Read(Document document, HeadLines lines, HeadReader.Heading heading, string? issuer)
    {
        if (Opens(Undated(heading.Title), HeadWords.Nations) || Opens(issuer, HeadWords.Nations))
        {
            return null;
        }
        return InTitle(heading.Title) ?? InTitle(heading.Subtitle) ?? InTitle(issuer) ?? MostNamed(document.Shown);
    }

    private static string? Undated(string? title) => title?[YearAtStart(title)..];

    private static bool Opens(string? text, string[] words) =>
        text is not null && words.Any(word => text.StartsWith(word, StringComparison.Ordinal));

    /// <summary>An institution before the plan's name, or the shortest place the title begins with.</summary>
    private static string? InTitle(string? title)
    {
        if (title is null)
        {
            return null;
        }
        title = title.StartsWith("关于", StringComparison.Ordinal) ? title[2..] : title;
        var name = title[YearAtStart(title)..].TrimStart('—', '-');
        var stop = name.IndexOfAny(['“', '"', '《', '2', '（', '(', '\u3000']);
        var numbered = name.IndexOf("第十", StringComparison.Ordinal);
        stop = numbered > 0 && (stop < 0 || numbered < stop) ? numbered : stop;
        var lead = stop > 0 ? name[..stop] : name;
        if (stop > 0 && lead.Length <= 40 && HeadWords.EndingOf(lead, HeadWords.Institutions) is not null)
        {
            return lead;
        }
        return PlaceAtStart(name);
    }

    /// <summary>2023年度, 2016-2020年, 一九五六年, 2021年7月, 2018年上半年: length of the time a title begins with; 0 for none.</summary>
    private static int YearAtStart(string title)
    {
        var end = title.AsSpan().IndexOfAnyExcept(YearMarks);
        if (end <= 0 || title[end - 1] is not ('年' or '度') && !char.IsAsciiDigit(title[0]))
        {
            return 0;
        }
        var part = Array.Find(PartsOfYear, words => title.AsSpan(end).StartsWith(words)) ?? "";
        return end + part.Length;
    }

    private static readonly string[] PartsOfYear = ["月份", "月", "上半年", "前三季度"];

    private static readonly SearchValues<char> YearMarks = SearchValues.Create(
        "0123456789〇○零一二三四五六七八九年度—-"
    );

    private static string? PlaceAtStart(string name)
    {
        for (var length = 2; length <= Math.Min(name.Length, LongestName); length++)
        {
            var head = name[..length];
            if (!char.IsLetter(head[^1]) || char.IsAsciiLetter(head[^1]))
            {
                return null;
            }
            if (HeadWords.EndingOf(head, HeadWords.Places) is { } ending && length > ending.Length && !IsCommon(head))
            {
                return Lengthened(name, head);
            }
        }
        return null;
    }

    /// <summary>江州市, 赣县区: a name of one letter before the class word goes on to the next class word.</summary>
    private static bool GoesOn(string name, string head) =>
        head.Length == 2 && name.Length > 2 && (name[2] is '市' or '县' or '区');

    /// <summary>和田地区 is read to 地区 though 和田地 is no name; 自治 before 区 likewise by longest ending.</summary>
    private static string Lengthened(string name, string head) =>
        GoesOn(name, head)
        || head.Length + 1 <= name.Length
            && HeadWords.EndingOf(name.AsSpan(0, head.Length + 1), HeadWords.Places) is { Length: > 1 }
            ? name[..(head.Length + 1)]
            : head;

    private static bool IsCommon(string place) =>
        HeadWords.NoPlaces.Any(word =>
            word.Length >= 2
            && place.EndsWith(word, StringComparison.Ordinal)
            && ("全我本各".Contains(word[0]) || place.Length <= word.Length + 1 && !IsProper(place))
        );

    /// <summary>内蒙古自治区, 和田地区: a name before the class word.</summary>
    private static bool IsProper(string place) =>
        HeadWords.EndingOf(place, HeadWords.Places) is { Length: > 1 } ending && place.Length - ending.Length >= 2;

    /// <summary>The name before 市, 省 or 县 (not 市场, 省级) that stands most often in the opening; the longest of those as frequent.</summary>
    private static string? MostNamed(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var stop = Math.Min(text.Length, Opening);
        for (var at = 2; at < stop; at++)
        {
            if (text[at] is not ('市' or '省' or '县') || (at + 1 < text.Length && text[at + 1] is '场' or '级'))
            {
                continue;
            }
            for (var length = 3; length <= 6 && at - length + 1 >= 0; length++)
            {
                var name = text.Substring(at - length + 1, length);
                if (name[0] is '年' or '月' or '日' || !name.All(c => c >= '\u4e00' && c <= '\u9fff'))
                {
                    break;
                }
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }
        var named = counts
            .Where(pair =>
                pair.Value >= Mentions
                && !HeadWords.NoPlaces.Any(word => pair.Key.EndsWith(word, StringComparison.Ordinal))
            )
            .ToList();
        if (named.Count == 0)
        {
            return null;
        }
        var most = named.Max(pair => pair.Value);
        return named
            .Where(pair => pair.Value * 10 >= most * 9)
            .OrderByDescending(pair => pair.Key.Length)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .First()
            .Key;
    }
}
