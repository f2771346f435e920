using System.CommandLine;
using System.Globalization;
using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Host.Commands;

/// <summary>
/// <c>text PATH</c>: the text view of a document, each line behind its number and a tab; with <c>--plain</c> the text
/// itself, in which the offsets of the output count.
/// </summary>
public static class TextCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "The file to show." };
        var plain = new Option<bool>("--plain") { Description = "The text view itself, without line numbers." };
        var command = new Command("text", "Show the text that offsets and lines count in.") { path, plain };
        command.SetAction(parsed =>
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false))
            {
                NewLine = "\n",
            };
            var file = new InputFile(Path.GetFileName(parsed.GetRequiredValue(path)), parsed.GetRequiredValue(path));
            return DocumentsNamed.Each([file], document => Write(document, output, parsed.GetValue(plain)));
        });
        return command;
    }

    private static void Write(Document document, TextWriter output, bool plain)
    {
        if (plain)
        {
            output.Write(document.Text);
            return;
        }
        foreach (var (at, line) in document.Text.Split('\n').Index())
        {
            output.Write((at + 1).ToString(CultureInfo.InvariantCulture));
            output.Write('\t');
            output.WriteLine(line);
        }
    }
}
