using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace PlanIngest.BrowserTests;

/// <summary>
/// How long a review by keyboard takes: the sixty most doubtful records of a document,
/// each accepted when its card is there and its words are lit.
/// </summary>
public sealed class TrialTests(ITestOutputHelper output)
{
    private const int Records = 60;

    [ChromiumFact]
    public void Sixty_doubtful_records_are_reviewed_by_keyboard_with_their_source_lit()
    {
        using var host = new RunningHost(corpus => File.WriteAllText(Path.Combine(corpus, "trial.txt"), Document()));
        host.WaitForOutput("trial.txt");
        using var browser = new Browser(host.Address);
        browser.Name("李");
        browser.Open("/d/trial.txt");
        browser.Press("j");
        var keys = 1;
        var times = new List<double>();
        for (var at = 0; at < Records; at++)
        {
            var id = browser.Find("#card .card").GetAttribute("data-r")!;
            Assert.NotEmpty(browser.All("#card blockquote"));
            Assert.NotEmpty(browser.All("mark.lit"));
            var started = Stopwatch.GetTimestamp();
            browser.Press("a");
            keys++;
            Browser.WaitFor(() => browser.Find("#card .card").GetAttribute("data-r") != id, "the next card");
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        Browser.WaitFor(() => browser.Text("#done") == $"{Records}", "all of them accepted");
        times.Sort();
        var server = browser.Script<object>(
            "return performance.getEntriesByType('resource').filter(one => one.name.includes('/part') || one.name.includes('/corrections')).map(one => one.responseStart - one.requestStart).sort((a, b) => a - b)"
        );
        var waits = ((IEnumerable<object>)server)
            .Select(one => Convert.ToDouble(one, CultureInfo.InvariantCulture))
            .ToList();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{keys} keys for {Records} records; until the next card: median {times[Records / 2]:F0} ms, 95th {times[Records * 95 / 100]:F0} ms; server for one request: median {waits[waits.Count / 2]:F0} ms, 95th {waits[waits.Count * 95 / 100]:F0} ms"
            )
        );
    }

    /// <summary>The document that PLANINGEST_TRIAL names, else one row a record.</summary>
    private static string Document() =>
        Environment.GetEnvironmentVariable("PLANINGEST_TRIAL") is { } named
            ? File.ReadAllText(named)
            : "东岭市“十四五”发展主要指标\n| 序号 | 指标 | 2025年 |\n| --- | --- | --- |\n"
                + string.Concat(
                    Enumerable.Range(1, Records + 10).Select(row => $"| {row} | 第{row}类服务覆盖率（%） | ≥{row} |\n")
                );
}
