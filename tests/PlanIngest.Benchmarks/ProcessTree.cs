using System.Globalization;

namespace PlanIngest.Benchmarks;

/// <summary>What a process and everything below it hold and have used; on Linux, from <c>/proc</c>.</summary>
public readonly record struct ProcessTree(long Bytes, double Seconds, double ChildSeconds)
{
    private readonly record struct Entry(int Id, int Parent, long Bytes, double Seconds);

    /// <summary>Ticks of <c>/proc/PID/stat</c> in a second, the same on every Linux.</summary>
    private const double Ticks = 100;

    public static ProcessTree Of(int root)
    {
        var children = Directory
            .EnumerateDirectories("/proc")
            .Where(name => char.IsDigit(name[^1]))
            .Select(Look)
            .OfType<Entry>()
            .ToLookup(entry => entry.Parent);
        var own = Look($"/proc/{root}") ?? default;
        var below = Below(root, children).ToList();
        var seconds = below.Sum(entry => entry.Seconds);
        return new(own.Bytes + below.Sum(entry => entry.Bytes), own.Seconds + seconds, seconds);
    }

    private static IEnumerable<Entry> Below(int parent, ILookup<int, Entry> children) =>
        children[parent].SelectMany(child => Below(child.Id, children).Prepend(child));

    /// <summary>Null where it has ended meanwhile.</summary>
    private static Entry? Look(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            long Number(int at) => long.Parse(fields[at], CultureInfo.InvariantCulture);
            return new(
                int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture),
                (int)Number(1),
                Number(21) * Environment.SystemPageSize,
                (Number(11) + Number(12)) / Ticks
            );
        }
        catch (IOException)
        {
            return null;
        }
    }
}
