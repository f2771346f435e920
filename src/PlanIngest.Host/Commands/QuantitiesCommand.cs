using System.CommandLine;
using System.Text;
using PlanIngest.Model;
using PlanIngest.Outputs;
using PlanIngest.Quantities;

namespace PlanIngest.Host.Commands;

/// <summary>
/// <c>quantities</c>: reads lines from standard input, each one table cell (<c>\n</c> in it is a line break), and writes
/// for each a line with the JSON array of its quantities. Offsets count in code points of the line as it came.
/// </summary>
public static class QuantitiesCommand
{
    public static Command Create()
    {
        var command = new Command("quantities", "Read the quantity in each line of standard input.");
        command.SetAction(_ =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = Console.OpenStandardOutput();
            Run(input, output);
        });
        return command;
    }

    public static void Run(TextReader input, Stream output)
    {
        using var json = new JsonLayout(output);
        while (input.ReadLine() is { } line)
        {
            // A line break as long as its two letters, so that offsets stay those of the line.
            var text = line.Replace(@"\n", $"\n{Document.Hidden}", StringComparison.Ordinal);
            var points = new CodePoints(text);
            json.BeginArray(line: true);
            foreach (var mention in QuantityReader.ReadCell(text, new Span(0, text.Length)))
            {
                Write(json, text, points, mention);
            }
            json.EndArray();
            json.EndLine();
        }
    }

    private static void Write(JsonLayout json, string text, CodePoints points, QuantityMention mention)
    {
        json.BeginObject(line: true);
        json.Name("start");
        json.Number(points.At(mention.Span.Start));
        json.Name("end");
        json.Number(points.At(mention.Span.End));
        json.Name("raw");
        json.Text(
            text.Substring(mention.Span.Start, mention.Span.Length)
                .Replace($"{Document.Hidden}", "", StringComparison.Ordinal)
        );
        json.Name("quantity");
        QuantityJson.Write(json, mention.Quantity);
        json.Name("flags");
        json.BeginArray(line: true);
        foreach (var flag in mention.Flags)
        {
            json.Text(flag);
        }
        json.EndArray();
        json.EndObject();
    }
}
