using System.Diagnostics;
using System.Globalization;

namespace PlanIngest.Benchmarks;

/// <summary>The most memory this process and its children held together between Begin and End, looked at often.</summary>
public sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);
    private readonly Timer timer;
    private volatile bool watching;

    public MemoryWatch() => timer = new Timer(_ => Look(), null, Often, Often);

    public long MostBytes { get; private set; }

    public void Begin() => watching = true;

    public void End() => watching = false;

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        if (!watching)
        {
            return;
        }
        using var self = Process.GetCurrentProcess();
        var total = self.WorkingSet64;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(name => char.IsDigit(name[^1])))
        {
            total += ChildBytes(folder, self.Id);
        }
        MostBytes = Math.Max(MostBytes, total);
    }

    private static long ChildBytes(string folder, int parent)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[1] == parent.ToString(CultureInfo.InvariantCulture)
                ? long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize
                : 0;
        }
        catch (IOException)
        {
            return 0; // It has ended meanwhile.
        }
    }
}
