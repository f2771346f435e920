using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace PlanIngest.Host.Reading;

/// <summary>SHA-256 of files, as the 64 lower-case digits of the contract, without holding them in memory.</summary>
public static class FileHash
{
    private const int Chunk = 1 << 16;

    /// <summary>For reading beside anybody who writes, renames or deletes.</summary>
    public static SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }

    public static string Of(SafeFileHandle file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            var read = RandomAccess.Read(file, buffer, 0);
            if (read < buffer.Length && RandomAccess.Read(file, buffer.AsSpan(read), read) == 0)
            {
                return Of(buffer.AsSpan(0, read));
            }
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (long at = 0; (read = RandomAccess.Read(file, buffer, at)) > 0; at += read)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Null where there is no such file or it cannot be read now.</summary>
    public static string? Of(string path)
    {
        try
        {
            using var file = Open(path);
            return Of(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
