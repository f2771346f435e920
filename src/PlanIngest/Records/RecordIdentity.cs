using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>What an id is made of: origin, name and key words, folded; and the number of its hash.</summary>
internal sealed class RecordIdentity
{
    private readonly StringBuilder words = new();
    private string keyWords = "";
    private string foldedKeyWords = "";
    private byte[] bytes = [];
    private int length;

    public void Take(IndicatorRecord record)
    {
        words.Clear().Append(ContractWords.Of(record.Origin)).Append('\n');
        Fold(record.Name);
        words.Append('\n');
        if (!ReferenceEquals(keyWords, record.KeyWords))
        {
            // The rows of a table have the same.
            var before = words.Length;
            Fold(record.KeyWords);
            (keyWords, foldedKeyWords) = (record.KeyWords, words.ToString(before, words.Length - before));
            words.Length = before;
        }
        words.Append(foldedKeyWords);
        length = 0;
        Append(words.ToString());
    }

    /// <summary>The first 48 bits of the hash, of the statement's second time with a 2 behind it, and so on.</summary>
    public ulong Number(int count)
    {
        var once = length;
        if (count > 1)
        {
            Append(string.Create(CultureInfo.InvariantCulture, $"\n{count}"));
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, length), hash);
        length = once;
        return BinaryPrimitives.ReadUInt64BigEndian(hash) >> 16;
    }

    /// <summary>Width folded and white space left out: neither tells two statements apart.</summary>
    private void Fold(string text)
    {
        foreach (var c in text)
        {
            var narrow = RecordKeys.Narrow(c);
            if (!White.Is(narrow) && narrow != Document.Hidden)
            {
                words.Append(narrow);
            }
        }
    }

    private void Append(string text)
    {
        var most = length + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (bytes.Length < most)
        {
            Array.Resize(ref bytes, most * 2);
        }
        length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
    }
}
