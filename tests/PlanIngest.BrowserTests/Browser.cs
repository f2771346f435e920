using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Interactions;

namespace PlanIngest.BrowserTests;

/// <summary>One window of a headless Chromium, its cookies its own.</summary>
public sealed class Browser : IDisposable
{
    public const string Chromium = "/usr/bin/chromium";
    public const string Driver = "/usr/bin/chromedriver";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ChromeDriver driver;
    private readonly string address;

    public Browser(string address, string language = "zh-CN", int width = 1280, int height = 860, bool dark = false)
    {
        this.address = address;
        var options = new ChromeOptions { BinaryLocation = Chromium };
        options.AddArguments(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            $"--window-size={width},{height}"
        );
        options.AddArguments($"--accept-lang={language}", "--force-device-scale-factor=1");
        if (dark)
        {
            options.AddArgument("--blink-settings=preferredColorScheme=0");
        }
        options.AddUserProfilePreference("intl.accept_languages", language);
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(
            Path.GetDirectoryName(Driver)!,
            Path.GetFileName(Driver)
        );
        service.SuppressInitialDiagnosticInformation = true;
        driver = new ChromeDriver(service, options, TimeSpan.FromSeconds(60));
    }

    public void Open(string path) => driver.Navigate().GoToUrl(address + path);

    /// <summary>Says who reviews, as is asked once.</summary>
    public void Name(string reviewer)
    {
        Open("/");
        Find("input[name=name]").SendKeys(reviewer + Keys.Enter);
        Find("table.documents");
    }

    public IWebElement Find(string selector) =>
        Until(() => driver.FindElements(By.CssSelector(selector)).FirstOrDefault(), selector);

    public IReadOnlyList<IWebElement> All(string selector) => driver.FindElements(By.CssSelector(selector));

    public void Press(string keys) => new Actions(driver).SendKeys(keys).Perform();

    /// <summary>With the mouse button held, from one place of the window to another.</summary>
    public void Drag(int fromX, int fromY, int toX, int toY) =>
        new Actions(driver).MoveToLocation(fromX, fromY).ClickAndHold().MoveToLocation(toX, toY).Release().Perform();

    public T Script<T>(string script, params object[] arguments) => (T)driver.ExecuteScript(script, arguments)!;

    public void Run(string script, params object[] arguments) => driver.ExecuteScript(script, arguments);

    public object RunAsync(string script) => driver.ExecuteAsyncScript(script)!;

    public static void WaitFor(Func<bool> condition, string what) => Until(() => condition() ? "" : null, what);

    public string Text(string selector) => Find(selector).Text;

    /// <summary>What the browser complained about: scripts stopped by the policy, failed requests, errors.</summary>
    public IReadOnlyList<string> Complaints() =>
        [
            .. driver
                .Manage()
                .Logs.GetLog(LogType.Browser)
                .Where(entry => entry.Level >= LogLevel.Severe)
                .Select(entry => entry.Message),
        ];

    public void Picture(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        driver.GetScreenshot().SaveAsFile(file);
    }

    public void Dispose() => driver.Quit();

    private static T Until<T>(Func<T?> look, string what)
        where T : class
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                if (look() is { } found)
                {
                    return found;
                }
            }
            catch (StaleElementReferenceException)
            {
                // The page put a new element in its place meanwhile; look again.
            }
            if (DateTime.UtcNow > until)
            {
                throw new TimeoutException($"not within {Patience.TotalSeconds} s: {what}");
            }
            Thread.Sleep(30);
        }
    }
}
