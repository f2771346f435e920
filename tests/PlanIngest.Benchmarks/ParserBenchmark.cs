using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using Markdig;

namespace PlanIngest.Benchmarks;

/// <summary>
/// <c>parsers [MEGABYTES]</c>: <c>extract</c> of a generated Markdown file and web page (5 MB unless told), as a process of
/// its own, beside Markdig, AngleSharp and pandoc (where installed) over the same file in processes of theirs: seconds and
/// the most memory, each above that of the same program over a text of one line. The speed of the readers alone against the
/// parsers alone is the benchmark <c>readers</c>.
/// </summary>
internal static class ParserBenchmark
{
    private const int Megabyte = 1_000_000;

    public static int Run(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("planingest-parsers-");
        try
        {
            var nothing = Path.Combine(folder.FullName, "little.txt");
            File.WriteAllText(nothing, "某市规划\n");
            var host = ChildRun.OfHost("extract", nothing, "--out", folder.FullName);
            var self = ChildRun.OfSelf("parse", nothing);
            foreach (
                var (name, pieces) in new (string, Func<IEnumerable<string>>)[]
                {
                    ("plan.md", PlanTexts.PipeRows),
                    ("tables.md", PlanTexts.MarkdownTables),
                    ("plan.html", PlanTexts.WebPage),
                }
            )
            {
                var file = Path.Combine(folder.FullName, name);
                File.WriteAllBytes(file, PlanTexts.Bytes(pieces, megabytes * Megabyte));
                var ours = ChildRun.OfHost("extract", file, "--out", folder.FullName);
                var parser = ChildRun.OfSelf("parse", file);
                var (held, theirs) = (ours.PeakBytes - host.PeakBytes, parser.PeakBytes - self.PeakBytes);
                Show(
                    $"{name}, {megabytes} MB: {held / Megabyte:F0} MB of memory, {held / theirs:F2} x the parser's own {theirs / Megabyte:F0} MB; {ours.CpuSeconds:F2} CPU s"
                );
                if (name.EndsWith(".md", StringComparison.Ordinal) && IsInstalled("pandoc"))
                {
                    var pandoc = ChildRun.Of("pandoc", ["-f", "gfm", "-t", "json", "-o", file + ".pandoc", file]);
                    Show(
                        $"{name}: whole process {ours.Seconds:F2} s, pandoc {pandoc.Seconds:F2} s: {pandoc.Seconds / ours.Seconds:F1} x as fast (CPU {pandoc.CpuSeconds / ours.CpuSeconds:F1} x)"
                    );
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    /// <summary><c>parse FILE</c>: the parser alone, for the benchmark above.</summary>
    public static int Parse(string file)
    {
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(file));
        object? parsed = Path.GetExtension(file) switch
        {
            ".md" => Markdown.Parse(text, new MarkdownPipelineBuilder().UsePipeTables().Build()),
            ".html" => new HtmlParser().ParseDocument(text),
            _ => null,
        };
        GC.KeepAlive(parsed);
        return 0;
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static void Show(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
