using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using PlanIngest.Host.Review.Safety;

namespace PlanIngest.Host;

/// <summary>
/// What can be set, from <c>appsettings.json</c> beside the program, the environment (<c>PLANINGEST_Corpus</c>) and the
/// command line, the later before the earlier. Relative paths count from the directory the command was called in.
/// </summary>
public sealed record HostSettings
{
    public const string EnvironmentPrefix = "PLANINGEST_";

    /// <summary>The documents: the archive, never written to but for corrections.</summary>
    public string Corpus { get; init; } = Path.GetFullPath("corpus");

    /// <summary>The outputs, and the machine's own state in <c>.state</c>.</summary>
    public string Extracted { get; init; } = Path.GetFullPath("extracted");

    /// <summary>People's corrections; by default in the corpus.</summary>
    public string Corrections { get; init; } = Path.GetFullPath("corpus/" + InputFiles.CorrectionsFolder);

    /// <summary>Where pages, health and metrics are served; empty for nowhere.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5480";

    /// <summary>Documents read at once. 0: as many as there are processors.</summary>
    public int Workers { get; init; }

    /// <summary>Seconds between two looks over all files. Changes are mostly seen at once; this finds the rest.</summary>
    public int ScanSeconds { get; init; } = 30;

    /// <summary>How long a file must lie unchanged before it is read: writers pause while they write.</summary>
    public int SettleMilliseconds { get; init; } = 1000;

    /// <summary>Seconds a document may take, and one more for each of its megabytes.</summary>
    public int TimeLimitSeconds { get; init; } = 60;

    /// <summary>Memory of a process that reads a document, and 14 times the document's size more.</summary>
    public int MemoryLimitMegabytes { get; init; } = 768;

    /// <summary>Larger files are refused without reading on.</summary>
    public int FileLimitMegabytes { get; init; } = 256;

    /// <summary><c>plain</c> or <c>json</c>.</summary>
    public string LogFormat { get; init; } = "plain";

    /// <summary>Who may review.</summary>
    public ReviewAccess Access { get; init; } = new();

    public string StateFolder => Path.Combine(Extracted, ".state");
    public int WorkerCount => Workers > 0 ? Workers : Environment.ProcessorCount;
    public TimeSpan Settle => TimeSpan.FromMilliseconds(SettleMilliseconds);
    public TimeSpan ScanInterval => TimeSpan.FromSeconds(ScanSeconds);
    public long FileLimit => FileLimitMegabytes * 1024L * 1024L;

    /// <summary>
    /// The settings as they stand for this call; every wrong one is in <paramref name="complaints"/>, by its name.
    /// </summary>
    public static HostSettings Load(
        IReadOnlyDictionary<string, string?> commandLine,
        out IReadOnlyList<string> complaints
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables(EnvironmentPrefix)
            .AddInMemoryCollection(commandLine.Where(setting => setting.Value is not null))
            .Build();
        return new SettingsReading(configuration).Read(commandLine.Keys, out complaints);
    }

    private sealed class SettingsReading(IConfiguration configuration)
    {
        private static readonly HostSettings Default = new();
        private readonly List<string> complaints = [];

        private static readonly FrozenSet<string> Names =
        [
            nameof(Corpus),
            nameof(Extracted),
            nameof(Corrections),
            nameof(Urls),
            nameof(Workers),
            nameof(ScanSeconds),
            nameof(SettleMilliseconds),
            nameof(TimeLimitSeconds),
            nameof(MemoryLimitMegabytes),
            nameof(FileLimitMegabytes),
            nameof(LogFormat),
            nameof(ReviewAccess.Users),
            nameof(ReviewAccess.ProxyHeader),
            nameof(ReviewAccess.ProxyAddress),
            nameof(ReviewAccess.Hosts),
        ];

        public HostSettings Read(IEnumerable<string> given, out IReadOnlyList<string> found)
        {
            found = complaints;
            complaints.AddRange(
                given
                    .Where(name => !Names.Contains(name))
                    .Select(name => $"There is no setting '{name}'; there are: {string.Join(", ", Names.Order())}.")
            );
            var corpus = Folder(nameof(Corpus), Default.Corpus);
            var settings = new HostSettings
            {
                Corpus = corpus,
                Extracted = Folder(nameof(Extracted), Default.Extracted),
                Corrections = Folder(nameof(Corrections), Path.Combine(corpus, InputFiles.CorrectionsFolder)),
                Urls = Addresses(configuration[nameof(Urls)] ?? Default.Urls),
                Workers = Number(nameof(Workers), Default.Workers, 0, 256),
                ScanSeconds = Number(nameof(ScanSeconds), Default.ScanSeconds, 1, 86_400),
                SettleMilliseconds = Number(nameof(SettleMilliseconds), Default.SettleMilliseconds, 0, 3_600_000),
                TimeLimitSeconds = Number(nameof(TimeLimitSeconds), Default.TimeLimitSeconds, 1, 86_400),
                MemoryLimitMegabytes = Number(nameof(MemoryLimitMegabytes), Default.MemoryLimitMegabytes, 128, 1 << 20),
                FileLimitMegabytes = Number(nameof(FileLimitMegabytes), Default.FileLimitMegabytes, 1, 1024),
                LogFormat = configuration[nameof(LogFormat)] ?? Default.LogFormat,
                Access = new ReviewAccess
                {
                    Users = configuration[nameof(ReviewAccess.Users)],
                    ProxyHeader = configuration[nameof(ReviewAccess.ProxyHeader)],
                    ProxyAddress = configuration[nameof(ReviewAccess.ProxyAddress)],
                    Hosts = (configuration[nameof(ReviewAccess.Hosts)] ?? "").Split(
                        ' ',
                        StringSplitOptions.RemoveEmptyEntries
                    ),
                },
            };
            if (settings.Access.Complaint(settings.Urls) is { } complaint)
            {
                complaints.Add(complaint);
            }
            if (settings.LogFormat is not ("plain" or "json"))
            {
                complaints.Add($"Setting 'LogFormat' is '{settings.LogFormat}'; it is plain or json.");
            }
            if (IsWithin(settings.Extracted, corpus) || IsWithin(corpus, settings.Extracted))
            {
                complaints.Add(
                    $"Settings 'Corpus' ({corpus}) and 'Extracted' ({settings.Extracted}) lie in each other; "
                        + "outputs would be read as documents. Use two folders side by side."
                );
            }
            return settings;
        }

        private string Folder(string name, string otherwise)
        {
            var value = configuration[name];
            if (value is not null && string.IsNullOrWhiteSpace(value))
            {
                complaints.Add($"Setting '{name}' is empty; it is the path of a folder.");
            }
            var folder = Path.TrimEndingDirectorySeparator(
                Path.GetFullPath(string.IsNullOrWhiteSpace(value) ? otherwise : value)
            );
            if (File.Exists(folder))
            {
                complaints.Add($"Setting '{name}' is '{folder}', which is a file; it is the path of a folder.");
            }
            return folder;
        }

        private int Number(string name, int otherwise, int least, int most)
        {
            var value = configuration[name];
            if (value is null)
            {
                return otherwise;
            }
            if (
                int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
            )
            {
                return number;
            }
            complaints.Add($"Setting '{name}' is '{value}'; it is a whole number from {least} to {most}.");
            return otherwise;
        }

        private string Addresses(string urls)
        {
            foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                if (
                    !Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal), UriKind.Absolute, out var address)
                    || address.Scheme != Uri.UriSchemeHttp
                )
                {
                    complaints.Add($"Setting 'Urls' has '{url}'; it is like http://127.0.0.1:5480.");
                }
            }
            return urls;
        }

        private static bool IsWithin(string inner, string outer) =>
            inner == outer || inner.StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
