using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PlanIngest.Host.Engines;

/// <summary>The Node.js of this machine: its command, or in words what is wrong with it.</summary>
public sealed record NodeProgram(string Command, string? Trouble)
{
    /// <summary>The oldest Node.js the engine's package takes.</summary>
    public static readonly Version Oldest = new(20, 16);

    private const string Install = "install Node.js 20.16 or newer (https://nodejs.org, or the package nodejs)";

    public static NodeProgram Find(string command)
    {
        var start = new ProcessStartInfo(command, "--version")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return new NodeProgram(command, Judge(said));
        }
        catch (Win32Exception)
        {
            return new NodeProgram(command, $"PDF files need Node.js, which was not found here: {Install}.");
        }
    }

    /// <summary>Null for a version that serves, like <c>v20.20.2</c>.</summary>
    public static string? Judge(string said)
    {
        var number = said.TrimStart('v').Split('-')[0];
        if (!Version.TryParse(number, out var version))
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"PDF files need Node.js; what is here calls itself '{said}': {Install}."
            );
        }
        return version >= Oldest
            ? null
            : $"PDF files need Node.js {Oldest} or newer, and {version} is too old: {Install}.";
    }
}
