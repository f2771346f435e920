using System.CommandLine;
using System.Text;
using PlanIngest.Model;
using PlanIngest.Outputs;
using PlanIngest.Quantities;
using PlanIngest.Readers;
using PlanIngest.Sentences;

namespace PlanIngest.Host.Commands;

/// <summary>
/// <c>quantities</c>: reads lines from standard input, each one table cell (<c>\n</c> in it is a line break), and writes
/// for each a line with the JSON array of its quantities. Offsets count in code points of the line as it came. With
/// <c>--prose</c> a line is a sentence, and each quantity has the name, the period and the role it is said with.
/// </summary>
public static class QuantitiesCommand
{
    public static Command Create()
    {
        var command = new Command("quantities", "Read the quantity in each line of standard input.");
        var prose = new Option<bool>("--prose") { Description = "Each line is a sentence: name, period and role too." };
        command.Options.Add(prose);
        command.SetAction(parsed =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = Console.OpenStandardOutput();
            Run(input, output, parsed.GetValue(prose));
        });
        return command;
    }

    public static void Run(TextReader input, Stream output, bool prose = false)
    {
        using var json = new JsonLayout(output);
        while (input.ReadLine() is { } line)
        {
            // A line break as long as its two letters, so that offsets stay those of the line.
            var text = line.Replace(@"\n", $"\n{Document.Hidden}", StringComparison.Ordinal);
            var points = new CodePoints(text);
            json.BeginArray(line: true);
            if (prose)
            {
                WriteStatements(json, text, points);
            }
            else
            {
                foreach (var mention in QuantityReader.ReadCell(text, new Span(0, text.Length)))
                {
                    Write(json, text, points, mention.Span, mention.Quantity, mention.Flags);
                    json.EndObject();
                }
            }
            json.EndArray();
            json.EndLine();
        }
    }

    /// <summary>The line as a document of one paragraph that says nothing of itself.</summary>
    private static void WriteStatements(JsonLayout json, string text, CodePoints points)
    {
        var builder = DocumentBuilder.Over(new SourceFile("line", ReadOnlyMemory<byte>.Empty), text);
        builder.Paragraph(new Span(0, text.Length));
        var records = SentenceIndicators.Read(builder.Build("text/plain", null), DocumentHead.Unknown);
        var told = records.SelectMany(record => record.Observations.Select(observation => (record.Name, observation)));
        foreach (var (name, observation) in told.OrderBy(one => one.observation.Span.Start))
        {
            Write(json, text, points, observation.Span, observation.Quantity, observation.Flags);
            json.Name("name");
            json.Text(name);
            json.Name("period");
            json.Text(observation.Period?.ToString());
            json.Name("role");
            json.Text(observation.Role == Role.Target ? "target" : "actual");
            json.EndObject();
        }
    }

    /// <summary>Leaves the object open.</summary>
    private static void Write(
        JsonLayout json,
        string text,
        CodePoints points,
        Span span,
        Quantity quantity,
        IReadOnlyList<string> flags
    )
    {
        json.BeginObject(line: true);
        json.Name("start");
        json.Number(points.At(span.Start));
        json.Name("end");
        json.Number(points.At(span.End));
        json.Name("raw");
        json.Text(text.Substring(span.Start, span.Length).Replace($"{Document.Hidden}", "", StringComparison.Ordinal));
        json.Name("quantity");
        QuantityJson.Write(json, quantity);
        json.Name("flags");
        json.BeginArray(line: true);
        foreach (var flag in flags)
        {
            json.Text(flag);
        }
        json.EndArray();
    }
}
