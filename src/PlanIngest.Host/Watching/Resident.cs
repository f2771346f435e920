using System.Buffers.Text;
using System.Diagnostics;

namespace PlanIngest.Host.Watching;

/// <summary>
/// Bytes of memory a process holds now. Asked for at every document, so on Linux one small file is read, where the
/// runtime's own way looks at each of the process's threads.
/// </summary>
public static class Resident
{
    /// <summary>0 where the process has ended.</summary>
    public static long Of(Process process)
    {
        try
        {
            return OperatingSystem.IsLinux() ? FromProc(process.Id) : FromRuntime(process);
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>The second number of <c>statm</c>, in pages.</summary>
    private static long FromProc(int id)
    {
        using var file = File.OpenHandle($"/proc/{id}/statm");
        Span<byte> bytes = stackalloc byte[128];
        var text = (ReadOnlySpan<byte>)bytes[..RandomAccess.Read(file, bytes, 0)];
        var second = text[(text.IndexOf((byte)' ') + 1)..];
        return Utf8Parser.TryParse(second, out long pages, out _) ? pages * Environment.SystemPageSize : 0;
    }

    private static long FromRuntime(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }
}
