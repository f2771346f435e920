using System.CommandLine;
using PlanIngest.Host.Review;

namespace PlanIngest.Host.Commands;

/// <summary><c>correct PATH ACTION</c>: the actions of the review pages, from the command line.</summary>
public static class CorrectCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "The document, below the corpus." };
        var action = new Argument<string>("ACTION") { Description = "accept, change, reject, add, resolve, undo." };
        action.AcceptOnlyFromAmong("accept", "change", "reject", "add", "resolve", "undo");
        var record = new Option<string?>("--record")
        {
            Description = "A record's id, or 'document'; of resolve the preferred record.",
        };
        var observation = new Option<string?>("--observation") { Description = "An observation's id: target-2025." };
        var field = new Option<string?>("--field") { Description = "The member to change." };
        var value = new Option<string?>("--value") { Description = "Its new value, as it would be typed: ≥95%." };
        var of = new Option<string[]>("--of") { Description = "Of undo: the lines.", DefaultValueFactory = _ => [] };
        var conflict = new Option<int?>("--conflict") { Description = "Of resolve: the conflict's number, from 0." };
        var words = new Option<string?>("--words")
        {
            Description = "Of add: the words of the statement; they stand once.",
        };
        var name = new Option<string?>("--name") { Description = "Of add: the indicator." };
        var raw = new Option<string?>("--raw") { Description = "Of add: the words of its value." };
        var role = new Option<string?>("--role") { Description = "Of add: baseline, actual, target." };
        var period = new Option<string?>("--period") { Description = "Of add: 2025, 2021/2025." };
        var by = new Option<string?>("--by") { Description = "Who says so." };
        var note = new Option<string?>("--note") { Description = "Why." };
        var command = new Command("correct", "Accept, change, reject, add, decide or undo.")
        {
            path,
            action,
            record,
            observation,
            field,
            value,
            of,
            conflict,
            words,
            name,
            raw,
            role,
            period,
            by,
            note,
        };
        SettingOptions.Act(
            command,
            (parsed, read) =>
            {
                var documents = new ReviewedDocuments(read);
                var document = parsed.GetRequiredValue(path);
                var request = new CorrectionRequest
                {
                    Action = parsed.GetRequiredValue(action),
                    Record = parsed.GetValue(record),
                    Observation = parsed.GetValue(observation),
                    Field = parsed.GetValue(field),
                    Typed = parsed.GetValue(value),
                    Of = parsed.GetValue(of) ?? [],
                    Conflict = parsed.GetValue(conflict),
                    Added = parsed.GetValue(words) is { } statement
                        ? new AddedWords(
                            parsed.GetValue(name) ?? "",
                            parsed.GetValue(raw) ?? statement,
                            parsed.GetValue(role),
                            parsed.GetValue(period)
                        )
                        {
                            Words = statement,
                        }
                        : null,
                    Note = parsed.GetValue(note),
                };
                return Run(
                    new CorrectionWriter(documents, TimeProvider.System),
                    document,
                    parsed.GetValue(by),
                    request
                );
            }
        );
        return command;
    }

    private static int Run(CorrectionWriter writer, string path, string? by, CorrectionRequest request)
    {
        var result = writer.Write(path, by, request);
        if (result.Problem is { } problem)
        {
            Console.Error.WriteLine($"{path}: {problem}");
            return ExitCode.WrongUsage;
        }
        foreach (var line in result.Lines)
        {
            Console.WriteLine(line);
        }
        return ExitCode.Done;
    }
}
