using System.IO.Compression;
using System.Text;

namespace PlanIngest.FaultTests;

/// <summary>Damages a sample, by a number alone: the same number, the same damage.</summary>
internal static class Mutation
{
    /// <summary>What readers of text, markup and tables stumble over.</summary>
    private static readonly string[] Pieces =
    [
        "|",
        "\t",
        "\n",
        "—",
        "≥",
        "％",
        "０.9e9",
        "～",
        "－",
        "（",
        "\"",
        "<td>",
        "</table>",
        "<table><tr><td colspan=\"70000\">",
        "&#0;",
        "&amp;lt;",
        "\uFEFF",
        "\u202E",
        "1234567890123456789012345678901234567890",
        "一二三四五六七八九十百千万亿",
    ];

    /// <summary>In place of a number that says how many, how large or where.</summary>
    private static readonly string[] Numbers =
    [
        "0",
        "-1",
        "1e308",
        "65536",
        "99999999",
        "4294967296",
        "9",
        "00000000001",
    ];

    public static byte[] Of(byte[] sample, int number)
    {
        var random = new Random(number);
        return IsArchive(sample) && random.Next(4) > 0 ? Inside(sample, random) : Damaged(sample, random);
    }

    private static bool IsArchive(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    /// <summary>Damages one or two members and packs them again, so that what reads them is reached.</summary>
    private static byte[] Inside(byte[] sample, Random random)
    {
        using var archive = new ZipArchive(new MemoryStream(sample), ZipArchiveMode.Read);
        var chosen = new HashSet<int> { random.Next(archive.Entries.Count), random.Next(archive.Entries.Count) };
        using var result = new MemoryStream();
        using (var copy = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var at = 0; at < archive.Entries.Count; at++)
            {
                using var content = new MemoryStream();
                using (var member = archive.Entries[at].Open())
                {
                    member.CopyTo(content);
                }
                var bytes = content.ToArray();
                using var target = copy.CreateEntry(archive.Entries[at].FullName, CompressionLevel.Fastest).Open();
                target.Write(chosen.Contains(at) ? Damaged(bytes, random) : bytes);
            }
        }
        return result.ToArray();
    }

    private static byte[] Damaged(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        for (var times = random.Next(1, 12); times > 0 && bytes.Count > 1; times--)
        {
            Damage(bytes, random);
        }
        return [.. bytes];
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 80), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 3:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                break;
            case 4 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                var many = new string("9|<\t\n（"[random.Next(6)], random.Next(1, 400));
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(many));
                break;
            case 6:
                Renumber(bytes, at, Numbers[random.Next(Numbers.Length)]);
                break;
            default:
                Repeat(bytes, at, random);
                break;
        }
    }

    /// <summary>Puts another number in the place of the next one.</summary>
    private static void Renumber(List<byte> bytes, int from, string number)
    {
        var start = bytes.FindIndex(from, one => one is >= (byte)'0' and <= (byte)'9');
        if (start >= 0)
        {
            var end = bytes.FindIndex(start, one => one is < (byte)'0' or > (byte)'9');
            bytes.RemoveRange(start, (end < 0 ? bytes.Count : end) - start);
            bytes.InsertRange(start, Encoding.ASCII.GetBytes(number));
        }
    }

    /// <summary>Repeats, or moves elsewhere, what stands between two marks: an element, a row, a line.</summary>
    private static void Repeat(List<byte> bytes, int from, Random random)
    {
        var mark = "<\n|,"u8[random.Next(4)];
        var start = bytes.IndexOf(mark, from);
        var end = start < 0 ? -1 : bytes.IndexOf(mark, start + 1);
        if (end < 0)
        {
            return;
        }
        var piece = bytes.GetRange(start, end - start);
        var to = random.Next(3) == 0 ? random.Next(bytes.Count) : end;
        for (var times = random.Next(8) == 0 ? 200 : 1; times > 0 && piece.Count < 4096; times--)
        {
            bytes.InsertRange(to, piece);
        }
    }
}
