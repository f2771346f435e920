using System.Buffers;
using System.Globalization;
using System.Text;

namespace PlanIngest.Outputs;

/// <summary>
/// Writes JSON as the contract lays it out: UTF-8, LF, two spaces of indent, characters unescaped, and some values on
/// one line each. Knows nothing of what it writes. <see cref="Utf8JsonWriter"/> cannot do the lines.
/// </summary>
public sealed class JsonLayout(Stream output) : IDisposable
{
    private const int BufferSize = 1 << 16;

    /// <summary>A UTF-16 unit takes three bytes at most.</summary>
    private const int Chunk = BufferSize / 3 - 8;

    private const int LongestNumber = 40;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014"
            + "\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"
    );

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int used;
    private int depth;
    private int lineDepth;
    private bool first = true;
    private bool named;

    /// <param name="line">Everything up to the closing bracket stands on one line.</param>
    public void BeginObject(bool line = false) => Begin('{', line);

    public void EndObject() => End('}');

    /// <inheritdoc cref="BeginObject"/>
    public void BeginArray(bool line = false) => Begin('[', line);

    public void EndArray() => End(']');

    /// <param name="name">A member of the contract: ASCII, nothing in it to escape.</param>
    public void Name(string name)
    {
        Separate();
        Reserve(name.Length + 4);
        buffer[used++] = (byte)'"';
        Ascii(name);
        buffer[used++] = (byte)'"';
        buffer[used++] = (byte)':';
        buffer[used++] = (byte)' ';
        named = true;
    }

    public void Text(string? value)
    {
        Separate();
        if (value is null)
        {
            Ascii("null");
        }
        else
        {
            Quoted(value);
        }
    }

    public void Text(ReadOnlySpan<char> value)
    {
        Separate();
        Quoted(value);
    }

    /// <summary>The shortest decimal form: no exponent, no trailing zero.</summary>
    public void Number(decimal value)
    {
        Separate();
        Reserve(LongestNumber);
        value.TryFormat(buffer.AsSpan(used), out var length, default, CultureInfo.InvariantCulture);
        ReadOnlySpan<byte> digits = buffer.AsSpan(used, length);
        if (digits.Contains((byte)'.'))
        {
            digits = digits.TrimEnd((byte)'0').TrimEnd((byte)'.');
        }
        if (value == 0)
        {
            digits = digits[^1..];
            buffer[used] = digits[0];
        }
        used += digits.Length;
    }

    public void Number(long value)
    {
        Separate();
        Reserve(LongestNumber);
        value.TryFormat(buffer.AsSpan(used), out var length, default, CultureInfo.InvariantCulture);
        used += length;
    }

    public void Flag(bool value)
    {
        Separate();
        Ascii(value ? "true" : "false");
    }

    /// <summary>A value that is JSON already, as it stands.</summary>
    public void Json(string json)
    {
        Separate();
        Characters(json);
    }

    /// <summary>Ends the line; what comes next is another JSON text.</summary>
    public void EndLine()
    {
        Ascii("\n");
        first = true;
    }

    public void Dispose()
    {
        Flush();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Begin(char bracket, bool line)
    {
        Separate();
        Byte((byte)bracket);
        depth++;
        if (line || lineDepth > 0)
        {
            lineDepth++;
        }
        first = true;
    }

    private void End(char bracket)
    {
        depth--;
        if (lineDepth > 0)
        {
            lineDepth--;
        }
        else if (!first)
        {
            NewLine();
        }
        Byte((byte)bracket);
        first = false;
    }

    /// <summary>What stands between the value before and the one to come.</summary>
    private void Separate()
    {
        if (named)
        {
            named = false;
            first = false;
            return;
        }
        if (!first)
        {
            Byte((byte)',');
            if (lineDepth > 0)
            {
                Byte((byte)' ');
            }
        }
        if (depth > 0 && lineDepth == 0)
        {
            NewLine();
        }
        first = false;
    }

    private void NewLine()
    {
        Reserve(1 + 2 * depth);
        buffer[used++] = (byte)'\n';
        buffer.AsSpan(used, 2 * depth).Fill((byte)' ');
        used += 2 * depth;
    }

    private void Quoted(ReadOnlySpan<char> value)
    {
        if (value.Length < Chunk && !value.ContainsAny(Escaped))
        {
            Reserve(value.Length * 3 + 2);
            buffer[used++] = (byte)'"';
            used += Encoding.UTF8.GetBytes(value, buffer.AsSpan(used));
            buffer[used++] = (byte)'"';
            return;
        }
        Byte((byte)'"');
        while (!value.IsEmpty)
        {
            var plain = value.IndexOfAny(Escaped);
            plain = plain < 0 ? value.Length : plain;
            Characters(value[..plain]);
            if (plain < value.Length)
            {
                Escape(value[plain++]);
            }
            value = value[plain..];
        }
        Byte((byte)'"');
    }

    private void Escape(char c)
    {
        var known = c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => null,
        };
        Ascii(known ?? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"));
    }

    /// <summary>A surrogate without its other half becomes U+FFFD: it has no UTF-8 form.</summary>
    private void Characters(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, Chunk);
            if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
            {
                length--;
            }
            Reserve(length * 3);
            used += Encoding.UTF8.GetBytes(text[..length], buffer.AsSpan(used));
            text = text[length..];
        }
    }

    private void Ascii(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        System.Text.Ascii.FromUtf16(text, buffer.AsSpan(used), out var written);
        used += written;
    }

    private void Byte(byte value)
    {
        Reserve(1);
        buffer[used++] = value;
    }

    private void Reserve(int bytes)
    {
        if (buffer.Length - used < bytes)
        {
            Flush();
        }
    }

    private void Flush()
    {
        output.Write(buffer, 0, used);
        used = 0;
    }
}
