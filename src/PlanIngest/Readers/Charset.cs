using System.Text;
using System.Text.Unicode;
using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>The characters of a text file, its line ends all LF, its BOM dropped.</summary>
/// <param name="Text">Null where the bytes are not text.</param>
/// <param name="Encoding">Lower-case IANA name.</param>
public sealed record DecodedText(string? Text, string Encoding, IReadOnlyList<Finding> Findings);

/// <summary>
/// Finds what bytes are written in: BOM, declared name, strict UTF-8, UTF-16 without BOM, then GB18030 or Big5 by
/// which of the two gives the commoner characters.
/// </summary>
public static class Charset
{
    /// <summary>Characters so common that a Chinese text of some length cannot do without them, in both scripts.</summary>
    private const string CommonCharacters =
        "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年"
        + "动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家电電力里如水化高"
        + "自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天"
        + "政四日那社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么麼利比或但质質气氣第向道";

    private const int Sample = 1 << 16;

    /// <summary>Text of any kind has more than twice as many of them; what is read in the wrong set has one or two in a hundred.</summary>
    private const int LeastCommonPercent = 10;

    private const int CommonFactor = 2;
    private const int FewestTelling = 4;

    private static readonly HashSet<char> Common = [.. CommonCharacters];

    private static readonly Encoding Gb18030;
    private static readonly Encoding Big5;

    static Charset()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        (Gb18030, Big5) = (Encoding.GetEncoding("gb18030"), Encoding.GetEncoding("big5"));
    }

    /// <param name="bytes">The whole file.</param>
    /// <param name="declared">The name the file itself gives (<c>meta charset</c>); null where it gives none.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (ByteOrderMark(bytes) is { } mark)
        {
            return Decoded(bytes[mark.Length..], mark.Encoding, []);
        }
        if (IsBinary(bytes))
        {
            return NotText();
        }
        var named = declared is null ? null : Declared(declared);
        if (named is not null && Fits(bytes, named))
        {
            return Decoded(bytes, named, []);
        }
        if (Utf8.IsValid(bytes))
        {
            return Decoded(bytes, Encoding.UTF8, named is null ? [] : [Contradicted(named, Encoding.UTF8)]);
        }
        return Guess(bytes, named);
    }

    private static DecodedText Guess(ReadOnlySpan<byte> bytes, Encoding? named)
    {
        if (WideWithoutMark(bytes) is { } wide)
        {
            return Decoded(bytes, wide, [Guessed(named, wide)]);
        }
        if (IsDamagedUtf8(bytes))
        {
            var utf8 = Encoding.UTF8;
            return Decoded(
                bytes,
                utf8,
                named is null || named.CodePage == utf8.CodePage ? [] : [Contradicted(named, utf8)]
            );
        }
        var sample = Telling(bytes);
        var (asGb, asBig5) = (Likeness(sample, Gb18030), Likeness(sample, Big5));
        if (Math.Max(asGb, asBig5) <= 0)
        {
            return NotText();
        }
        var best = asBig5 > asGb ? Big5 : Gb18030;
        return Decoded(bytes, best, [Guessed(named, best)]);
    }

    private static (Encoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [0x84, 0x31, 0x95, 0x33, ..] => (Gb18030, 4),
            _ => null,
        };

    /// <summary>Files that name themselves: PDF, zip, OLE, pictures.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes) =>
        bytes
            is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]
                or [(byte)'P', (byte)'K', 3, 4, ..]
                or [0xD0, 0xCF, 0x11, 0xE0, ..]
                or [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
                or [0xFF, 0xD8, 0xFF, ..]
                or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..]
                or [0x1F, 0x8B, 8, ..];

    private static Encoding? Declared(string name)
    {
        name = name.Trim().ToLowerInvariant();
        name = name switch
        {
            // The web's rule: pages that say GB2312 or GBK are read as the set that holds them.
            "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" or "euc-cn" => "gb18030",
            // A page whose declaration can be read byte by byte is not UTF-16.
            "utf-16" or "utf-16le" or "utf-16be" or "unicode" => "utf-8",
            "utf8" => "utf-8",
            _ => name,
        };
        return name is "gb18030" or "big5" or "utf-8" || Encoding.GetEncodings().Any(known => known.Name == name)
            ? Encoding.GetEncoding(name)
            : null;
    }

    /// <summary>
    /// A declaration is believed unless the bytes say otherwise: they are UTF-8, or make Chinese in another set and none
    /// in the one declared (a page in GBK that a server or an office program called iso-8859-1).
    /// </summary>
    private static bool Fits(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var sample = Telling(bytes);
        if (sample.IsEmpty)
        {
            return true;
        }
        if (Utf8.IsValid(bytes) || IsDamagedUtf8(bytes))
        {
            return encoding.CodePage == Encoding.UTF8.CodePage;
        }
        return encoding.CodePage != Encoding.UTF8.CodePage && !LooksChineseIn(sample, encoding);
    }

    /// <summary>
    /// Whether GB18030 or Big5 makes of the bytes far commoner characters than the set declared. Latin letters with
    /// accents read as either are a scatter of rare characters.
    /// </summary>
    private static bool LooksChineseIn(ReadOnlySpan<byte> sample, Encoding declared)
    {
        var best = Math.Max(CommonShare(sample, Gb18030), CommonShare(sample, Big5));
        return best >= LeastCommonPercent && best > CommonFactor * CommonShare(sample, declared);
    }

    /// <summary>In percent of what is not ASCII: common characters and marks of Chinese text. Nothing can be said of a few.</summary>
    private static int CommonShare(ReadOnlySpan<byte> sample, Encoding encoding)
    {
        var (common, all) = (0, 0);
        foreach (var c in encoding.GetString(sample))
        {
            all += c > '\x7F' ? 1 : 0;
            common += Common.Contains(c) || c is '，' or '。' or '、' or '：' or '；' or '（' or '）' ? 1 : 0;
        }
        return all < FewestTelling ? 0 : common * 100 / all;
    }

    /// <summary>A stretch from the first byte on that is not ASCII: of the rest every encoding makes the same.</summary>
    private static ReadOnlySpan<byte> Telling(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExceptInRange((byte)0, (byte)127);
        return first < 0 ? [] : bytes.Slice(first, Math.Min(bytes.Length - first, Sample));
    }

    /// <summary>UTF-8 in which a few bytes are wrong (a file cut in the middle of a character).</summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes.Length > 2 * Sample ? bytes[^Sample..] : bytes;
        var (good, bad) = (0, 0);
        while (!sample.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(sample, out _, out var length);
            if (status == System.Buffers.OperationStatus.NeedMoreData && bad == 0 && good >= FewestTelling)
            {
                return true;
            }
            if (status != System.Buffers.OperationStatus.Done)
            {
                bad++;
            }
            else if (length > 1)
            {
                good++;
            }
            sample = sample[length..];
        }
        return good > 0 && bad * 20 <= good || good == 0 && bad == 1 && bytes.Length > 1;
    }

    /// <summary>UTF-16 shows as zero bytes on one side of each pair where the text has spaces, digits and line ends.</summary>
    private static Encoding? WideWithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, Sample)];
        var (even, odd) = (0, 0);
        for (var at = 0; at + 1 < sample.Length; at += 2)
        {
            even += sample[at] == 0 ? 1 : 0;
            odd += sample[at + 1] == 0 ? 1 : 0;
        }
        if (even + odd == 0 || Math.Min(even, odd) * 4 > Math.Max(even, odd))
        {
            return null;
        }
        Encoding wide = odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode;
        return Likeness(sample, wide) > 0 ? wide : null;
    }

    /// <summary>
    /// How much the bytes look like Chinese or plain Latin text in an encoding: common characters per thousand, less
    /// what no text holds. Zero or below: not text.
    /// </summary>
    private static int Likeness(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var text = encoding.GetString(bytes[..Math.Min(bytes.Length, Sample)]);
        var (common, wrong, letters) = (0, 0, 0);
        foreach (var c in text)
        {
            if (Common.Contains(c))
            {
                common++;
            }
            else if (
                c == '\uFFFD'
                || c is >= '\uE000' and <= '\uF8FF'
                || char.IsControl(c) && c is not ('\r' or '\n' or '\t' or '\f')
            )
            {
                wrong++;
            }
            else if (char.IsLetterOrDigit(c))
            {
                letters++;
            }
        }
        if (text.Length == 0 || wrong * 10 > text.Length)
        {
            return 0;
        }
        return (int)((common * 1000L + letters - wrong * 2000L) / text.Length) + 1;
    }

    private static Finding Guessed(Encoding? named, Encoding read) =>
        named is not null
            ? Contradicted(named, read)
            : new(
                Severity.Info,
                "encoding-guessed",
                $"The file does not name its encoding; it was read as {read.WebName}. If characters look wrong, save it as UTF-8."
            );

    private static Finding Contradicted(Encoding named, Encoding read) =>
        new(
            Severity.Info,
            "encoding-guessed",
            $"The file calls itself {named.WebName}, which its bytes are not; it was read as {read.WebName}. If characters look wrong, save it as UTF-8."
        );

    private static DecodedText NotText() =>
        new(
            null,
            "unknown",
            [
                new Finding(
                    Severity.Error,
                    "not-text",
                    "The bytes are not text in UTF-8, UTF-16, GB18030 or Big5; give the file the ending of its real format, or save it as UTF-8 text."
                ),
            ]
        );

    private static DecodedText Decoded(ReadOnlySpan<byte> bytes, Encoding encoding, IReadOnlyList<Finding> findings)
    {
        var text = OneLineEnd(encoding.GetString(bytes));
        // The same characters may stand in the file itself; only bytes that do not read are reported.
        var first = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (first < 0 || encoding.CodePage == Encoding.UTF8.CodePage && Utf8.IsValid(bytes))
        {
            return IsMostlyControl(text) ? NotText() : new DecodedText(text, encoding.WebName, findings);
        }
        var count = text.AsSpan().Count('\uFFFD');
        if (count * 10L > text.Length)
        {
            return NotText();
        }
        var line = text.AsSpan(0, first).Count('\n') + 1;
        var damage = new Finding(
            Severity.Warning,
            "invalid-bytes",
            $"{count} place(s) do not read as {encoding.WebName} and show as \uFFFD, the first on line {line}; check whether the file was cut or damaged.",
            new Span(first, 1)
        );
        return new DecodedText(text, encoding.WebName, [.. findings, damage]);
    }

    private static bool IsMostlyControl(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        var control = 0;
        foreach (var c in sample)
        {
            control += c < ' ' && c is not ('\n' or '\t' or '\f') ? 1 : 0;
        }
        return control * 10 > sample.Length;
    }

    private static string OneLineEnd(string text)
    {
        if (!text.Contains('\r'))
        {
            return text;
        }
        var pairs = text.AsSpan().Count("\r\n");
        return string.Create(
            text.Length - pairs,
            text,
            static (target, source) =>
            {
                var to = 0;
                for (var from = 0; from < source.Length; from++)
                {
                    var c = source[from];
                    if (c == '\r')
                    {
                        from += from + 1 < source.Length && source[from + 1] == '\n' ? 1 : 0;
                        c = '\n';
                    }
                    target[to++] = c;
                }
            }
        );
    }
}
