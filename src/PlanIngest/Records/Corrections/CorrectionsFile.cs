using System.Security.Cryptography;
using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// A corrections file as its bytes say: the lines that can be read, in the order in which they hold (time, then id),
/// and a finding for each that cannot. A line that stands twice (two merged copies) is one.
/// </summary>
public sealed record CorrectionsFile(
    string Sha256,
    IReadOnlyList<Correction> Lines,
    IReadOnlyList<Finding> Unreadable,
    IReadOnlySet<string> Undone
)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Null where there is no file or nothing in it.</summary>
    public static CorrectionsFile? Read(ReadOnlyMemory<byte>? file)
    {
        if (file is not { Length: > 0 } bytes)
        {
            return null;
        }
        var lines = new SortedSet<Correction>(Comparer<Correction>.Create(InOrder));
        var unreadable = new List<Finding>();
        var rest = bytes.Span.StartsWith(ByteOrderMark) ? bytes.Span[ByteOrderMark.Length..] : bytes.Span;
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).Trim(" \t\r"u8);
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.IsEmpty)
            {
                continue;
            }
            if (CorrectionLine.Read(line, number, out var why) is { } correction)
            {
                lines.Add(correction);
            }
            else
            {
                unreadable.Add(Unread(number, why));
            }
        }
        return new CorrectionsFile(
            Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
            [.. lines],
            unreadable,
            UndoneOf(lines)
        );
    }

    private static Finding Unread(int number, string why) =>
        new(
            Severity.Warning,
            "correction-unreadable",
            $"Line {number} of the corrections cannot be read ({why}); mend or remove it. The other lines apply."
        );

    private static int InOrder(Correction a, Correction b)
    {
        var byTime = a.At.CompareTo(b.At);
        var byId = byTime != 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);
        return byId != 0 ? byId : string.CompareOrdinal(Content(a), Content(b));
    }

    private static string Content(Correction correction) => Encoding.UTF8.GetString(CorrectionLine.Write(correction));

    /// <summary>The ids that undo lines name; an undone undo names none. The latest decides first.</summary>
    private static HashSet<string> UndoneOf(SortedSet<Correction> lines)
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var undo in lines.Reverse().Where(line => line.Action == CorrectionAction.Undo))
        {
            if (!undone.Contains(undo.Id))
            {
                undone.Add(undo.Of!);
            }
        }
        return undone;
    }
}
