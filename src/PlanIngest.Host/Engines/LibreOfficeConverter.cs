using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers;

namespace PlanIngest.Host.Engines;

/// <summary>
/// LibreOffice without a window, in a profile of this process's own where macros are off and links are not followed.
/// One conversion at a time.
/// </summary>
public sealed class LibreOfficeConverter(string command, ConverterLimits limits) : IDocumentConverter, IDisposable
{
    private static readonly string[] Sheets = [".et", ".ods"];

    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
        </oor:items>
        """;

    private readonly Lock turn = new();
    private string? folder;
    private string? engine;

    public IReadOnlyList<string> Extensions => [".doc", ".wps", ".rtf", ".odt", .. Sheets];

    /// <summary>Name and version; null where it is not installed.</summary>
    public string? Engine
    {
        get
        {
            lock (turn)
            {
                return engine ??= FindVersion();
            }
        }
    }

    public Conversion? Convert(SourceFile file)
    {
        if (Engine is not { } name)
        {
            return null;
        }
        lock (turn)
        {
            var extension = Path.GetExtension(file.Path).ToLowerInvariant();
            var target = Sheets.Contains(extension) ? "xlsx" : "docx";
            var work = Directory.CreateDirectory(Path.Combine(Folder(), "work")).FullName;
            try
            {
                var source = Path.Combine(work, "source" + extension);
                File.WriteAllBytes(source, file.Bytes.Span);
                var child = ConverterChild.Run(command, Arguments(target, source), work, limits);
                return child is null ? null : Result(child, Path.Combine(work, "source." + target), "." + target, name);
            }
            finally
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            if (folder is not null && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
            folder = null;
        }
    }

    private Conversion Result(ConverterChild child, string output, string extension, string name)
    {
        var made = new FileInfo(output);
        var trouble =
            child.Trouble
            ?? (
                !made.Exists ? "it wrote nothing, so the file is damaged, protected or of another type"
                : made.Length > limits.OutputBytes ? $"what it wrote is larger than {limits.OutputBytes} bytes"
                : null
            );
        return new Conversion(trouble is null ? File.ReadAllBytes(output) : default, extension, name, trouble);
    }

    private IEnumerable<string> Arguments(string target, string source) =>
        [
            "--headless",
            "--norestore",
            "--nolockcheck",
            "-env:UserInstallation=" + new Uri(Path.Combine(Folder(), "profile")).AbsoluteUri,
            "--convert-to",
            target,
            "--outdir",
            Path.GetDirectoryName(source)!,
            source,
        ];

    /// <summary>Where this process keeps its profile; made when first needed.</summary>
    private string Folder()
    {
        if (folder is null)
        {
            folder = Directory.CreateTempSubdirectory("planingest-office-").FullName;
            var user = Directory.CreateDirectory(Path.Combine(folder, "profile", "user"));
            File.WriteAllText(Path.Combine(user.FullName, "registrymodifications.xcu"), Settings);
        }
        return folder;
    }

    /// <summary><c>LibreOffice 7.4.7.2 40(Build:2)</c> is libreoffice 7.4.7.</summary>
    private string? FindVersion()
    {
        var said = ConverterChild.Run(command, ["--version"], Path.GetTempPath(), limits);
        var words = said is { Trouble: null } ? Encoding.UTF8.GetString(said.Output).Split(' ') : [];
        return words.Length > 1 ? "libreoffice " + string.Join('.', words[1].Trim().Split('.').Take(3)) : null;
    }
}
