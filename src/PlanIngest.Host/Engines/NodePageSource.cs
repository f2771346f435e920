using System.Text.Json;
using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Readers.Pdf;

namespace PlanIngest.Host.Engines;

/// <summary>
/// pdf.js in a child process of Node.js. One child serves many documents, one at a time; it is started when the first
/// comes and again after it broke a limit or broke down.
/// </summary>
public sealed class NodePageSource(string script, string command, ChildLimits bounds) : IPageSource, IDisposable
{
    private readonly Lock turn = new();
    private NodeProgram? program;
    private PdfChild? child;

    /// <summary>The engine beside this program, on the Node.js of the search path.</summary>
    public static NodePageSource Beside(string folder) =>
        new(Path.Combine(folder, "pdf-engine", "engine.mjs"), "node", ChildLimits.Default);

    /// <summary>Name and version of the engine that lies there; null where the build could not restore it.</summary>
    public string? Engine
    {
        get
        {
            var package = Path.Combine(Path.GetDirectoryName(script)!, "node_modules", "pdfjs-dist", "package.json");
            if (!File.Exists(package))
            {
                return null;
            }
            using var json = JsonDocument.Parse(File.ReadAllBytes(package));
            return "pdfjs-dist " + json.RootElement.GetProperty("version").GetString();
        }
    }

    public PageSet Read(ReadOnlyMemory<byte> pdf, ReaderLimits limits)
    {
        lock (turn)
        {
            // What was missing may have been installed since.
            if (program?.Trouble is not null || program is null)
            {
                program = NodeProgram.Find(command);
            }
            var missing = program.Trouble ?? MissingScript();
            if (missing is not null)
            {
                return PageSet.Refused(null, "pdf-engine-missing", missing);
            }
            if (child is { IsAlive: false })
            {
                child.Dispose();
                child = null;
            }
            child ??= PdfChild.Start(program.Command, script, bounds);
            var set = Ask(child, pdf, limits);
            if (!child.IsAlive)
            {
                child.Dispose();
                child = null;
            }
            return set;
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            child?.Dispose();
            child = null;
        }
    }

    private string? MissingScript() =>
        File.Exists(script) && Engine is not null
            ? null
            : "PDF files need the engine that the build puts beside this program when Node.js and npm are there: "
                + "install both and build again.";

    private static PageSet Ask(PdfChild child, ReadOnlyMemory<byte> pdf, ReaderLimits limits)
    {
        var pages = new List<PdfPage>();
        child.Send(pdf, limits.Pages);
        while (child.TryReadLine(out var line))
        {
            if (line.StartsWith("{\"page\":"u8))
            {
                pages.Add(PageLines.Parse(line));
                continue;
            }
            using var message = JsonDocument.Parse(line.ToArray());
            if (message.RootElement.TryGetProperty("done", out _))
            {
                return new PageSet(child.Engine, pages);
            }
            if (message.RootElement.TryGetProperty("error", out var error))
            {
                var said = message.RootElement.GetProperty("message").GetString() ?? "";
                return Refuse(child.Engine, error.GetString() ?? "", said, limits);
            }
        }
        var (code, why) = child.Ending();
        return PageSet.Refused(child.Engine, code, why);
    }

    private static PageSet Refuse(string? engine, string error, string said, ReaderLimits limits) =>
        error switch
        {
            "encrypted" => PageSet.Refused(
                engine,
                "pdf-encrypted",
                "The PDF is encrypted and needs a password: save it without one."
            ),
            "pages" => PageSet.Refused(
                engine,
                "page-limit",
                $"The PDF has {said}, more than the limit of {limits.Pages}: split it."
            ),
            _ => PageSet.Refused(engine, "pdf-damaged", $"The PDF is damaged ({said}): save it again or repair it."),
        };
}
