namespace PlanIngest.BrowserTests;

/// <summary>A test that drives a real Chromium; skipped by name where the browser or its driver is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        var missing = new[] { Browser.Chromium, Browser.Driver }.FirstOrDefault(tool => !File.Exists(tool));
        if (missing is not null)
        {
            Skip = $"needs {missing} (Debian: apt-get install chromium chromium-driver)";
        }
    }
}
