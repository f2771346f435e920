namespace PlanIngest.BrowserTests;

/// <summary>Every page by axe-core, in both languages, light and dark; and pictures of them to be looked at.</summary>
public sealed class PageTests : IDisposable
{
    private static readonly string? Axe = Samples.Find("node_modules/axe-core/axe.min.js");

    private readonly RunningHost host = new(Samples.Write);

    public PageTests()
    {
        host.WaitForOutput(Samples.PlanPath);
        host.WaitForOutput(Samples.HostilePath);
        host.WaitForOutput(Samples.PdfPath);
    }

    public void Dispose() => host.Dispose();

    [AxeFact]
    public void No_page_has_a_serious_fault_of_accessibility()
    {
        foreach (var (language, dark) in (ReadOnlySpan<(string, bool)>)[("zh-CN", false), ("en-US", true)])
        {
            using var browser = new Browser(host.Address, language, dark: dark);
            browser.Open("/");
            Check(browser, "name");
            browser.Name("李");
            Check(browser, "documents");
            browser.Open("/records?search=率");
            Check(browser, "records");
            browser.Open("/d/" + Samples.PlanPath);
            browser.Press("j");
            browser.Find("#card .card");
            browser.Press("w");
            Browser.WaitFor(() => browser.All(".why dt").Count > 0, "the reasons");
            Check(browser, "document");
            foreach (var tab in (string[])["conflicts", "unsettled", "changes", "findings", "document"])
            {
                browser.Find("#for-" + tab).Click();
                Check(browser, tab);
            }
            browser.Run("document.activeElement.blur()");
            browser.Press("?");
            Check(browser, "keys");
            browser.Open("/d/" + Samples.PdfPath);
            Browser.WaitFor(() => browser.All(".sheet mark").Count > 0, "the page with its marks");
            browser.Press("j");
            browser.Find("#card .card");
            Check(browser, "page of a PDF");
            browser.Press("v");
            Check(browser, "text of a PDF");
            browser.Press("n");
            Check(browser, "adding a record");
        }
    }

    /// <summary>Where PLANINGEST_PICTURES names a folder, the pages are pictured there.</summary>
    [ChromiumFact]
    public void Pages_can_be_pictured()
    {
        var folder = Environment.GetEnvironmentVariable("PLANINGEST_PICTURES") ?? Path.Combine(host.Folder, "pictures");
        foreach (
            var (name, language, width, dark) in (ReadOnlySpan<(string, string, int, bool)>)
                [
                    ("zh-light", "zh-CN", 1280, false),
                    ("en-dark", "en-US", 1280, true),
                    ("zh-tablet", "zh-CN", 820, false),
                ]
        )
        {
            using var browser = new Browser(host.Address, language, width, width < 1000 ? 1180 : 860, dark);
            browser.Name("李");
            browser.Picture(Path.Combine(folder, $"{name}-documents.png"));
            browser.Open("/d/" + Samples.PlanPath);
            browser.Press("jjj");
            browser.Find("#card .card");
            Thread.Sleep(400);
            browser.Picture(Path.Combine(folder, $"{name}-document.png"));
            browser.Find("#for-conflicts").Click();
            browser.Picture(Path.Combine(folder, $"{name}-conflicts.png"));
            browser.Open("/records?search=率");
            browser.Picture(Path.Combine(folder, $"{name}-records.png"));
            browser.Open("/d/" + Samples.PdfPath);
            Browser.WaitFor(() => browser.All(".sheet mark").Count > 0, "the page with its marks");
            browser.Press("jjj");
            browser.Find(".sheet mark.lit");
            browser.Picture(Path.Combine(folder, $"{name}-pdf.png"));
        }
        Assert.Equal(15, Directory.GetFiles(folder, "*.png").Length);
    }

    private static void Check(Browser browser, string page)
    {
        browser.Run(File.ReadAllText(Axe!));
        var faults = (string)
            browser.RunAsync(
                """
                const done = arguments[arguments.length - 1];
                axe.run().then(found => done(found.violations
                    .filter(fault => fault.impact === "serious" || fault.impact === "critical")
                    .map(fault => fault.id + ": " + fault.nodes.map(node => node.html).join(" / ")).join("\n")));
                """
            );
        Assert.True(faults.Length == 0, $"{page}: {faults}");
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class AxeFactAttribute : FactAttribute
    {
        public AxeFactAttribute() =>
            Skip =
                !File.Exists(Browser.Driver)
                    ? $"needs {Browser.Driver} (Debian: apt-get install chromium chromium-driver)"
                : Axe is null ? "needs axe-core: run 'npm ci' in tests/PlanIngest.BrowserTests"
                : null;
    }
}
