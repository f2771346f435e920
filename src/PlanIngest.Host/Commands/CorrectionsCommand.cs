using System.CommandLine;
using System.Text;
using PlanIngest.Host.Review;
using PlanIngest.Records;

namespace PlanIngest.Host.Commands;

/// <summary><c>corrections list|show|import</c>: people's corrections, what became of each, and tables taken back.</summary>
public static class CorrectionsCommand
{
    public static Command Create() =>
        new("corrections", "What people corrected, and what became of it.") { List(), Show(), Import() };

    private static Command List()
    {
        var path = new Argument<string?>("PATH")
        {
            Description = "A document; default: all.",
            DefaultValueFactory = _ => null,
        };
        var command = new Command("list", "Every line with its outcome.") { path };
        SettingOptions.Act(
            command,
            (parsed, read) =>
            {
                var documents = new ReviewedDocuments(read);
                var missing = false;
                foreach (var document in parsed.GetValue(path) is { } one ? [one] : Corrected(read))
                {
                    missing |= !Print(document, documents.Open(document));
                }
                return missing ? ExitCode.SomeFailed : ExitCode.Done;
            }
        );
        return command;
    }

    private static Command Show()
    {
        var path = new Argument<string>("PATH") { Description = "The document." };
        var line = new Argument<string>("LINE") { Description = "The line's id." };
        var command = new Command("show", "One line whole, and what became of it.") { path, line };
        SettingOptions.Act(
            command,
            (parsed, read) =>
            {
                var document = new ReviewedDocuments(read).Open(parsed.GetRequiredValue(path));
                var outcome = document?.Outcomes.FirstOrDefault(one =>
                    one.Correction.Id == parsed.GetRequiredValue(line)
                );
                if (outcome is null)
                {
                    Console.Error.WriteLine("There is no such document, or no such line.");
                    return ExitCode.WrongUsage;
                }
                Console.WriteLine(Encoding.UTF8.GetString(CorrectionLine.Write(outcome.Correction)));
                Console.WriteLine($"{ContractValues.Word(outcome.Kind)} {outcome.Record} {outcome.Message}".TrimEnd());
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A CSV file as 'export' writes it, with cells changed.",
        };
        var by = new Option<string>("--by") { Description = "Whose corrections these are.", Required = true };
        var yes = new Option<bool>("--yes") { Description = "Write them; without it they are only listed." };
        var command = new Command("import", "Take an exported table back: changed cells become corrections.")
        {
            file,
            by,
            yes,
        };
        SettingOptions.Act(
            command,
            (parsed, read) =>
            {
                if (!File.Exists(parsed.GetRequiredValue(file)))
                {
                    Console.Error.WriteLine($"'{parsed.GetRequiredValue(file)}' is not there.");
                    return ExitCode.WrongUsage;
                }
                var documents = new ReviewedDocuments(read);
                var import = CorrectionImport.Read(File.ReadAllText(parsed.GetRequiredValue(file)), documents);
                foreach (var change in import.Changes)
                {
                    Console.WriteLine(
                        $"{change.Path} {change.Record} {change.Observation}: {change.Field} '{change.Was}' -> '{change.Now}'"
                    );
                }
                foreach (var refusal in import.Refusals)
                {
                    Console.Error.WriteLine(refusal);
                }
                if (!parsed.GetValue(yes))
                {
                    Console.WriteLine(
                        $"{import.Changes.Count} changes, {import.Refusals.Count} rows refused. Write them with --yes."
                    );
                    return import.Refusals.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
                }
                var failed = import.Write(
                    new CorrectionWriter(documents, TimeProvider.System),
                    parsed.GetRequiredValue(by)
                );
                foreach (var failure in failed)
                {
                    Console.Error.WriteLine(failure);
                }
                return import.Refusals.Count + failed.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
            }
        );
        return command;
    }

    private static IEnumerable<string> Corrected(HostSettings settings) =>
        Directory.Exists(settings.Corrections)
            ? InputFiles
                .Below(settings.Corrections)
                .Where(file => file.Path.EndsWith(".jsonl", StringComparison.Ordinal))
                .Select(file => file.Path[..^".jsonl".Length])
            : [];

    private static bool Print(string path, ReviewedDocument? document)
    {
        if (document is null)
        {
            Console.Error.WriteLine($"{path}: corrections without a document; they are kept.");
            return false;
        }
        foreach (
            var outcome in document
                .Outcomes.OrderBy(one => one.Correction.At)
                .ThenBy(one => one.Correction.Id, StringComparer.Ordinal)
        )
        {
            var line = outcome.Correction;
            var what = line.Field is { } field ? $"{field} {line.Seen.Machine} -> {line.Value}" : "";
            Console.WriteLine(
                $"{path}\t{ContractValues.Word(outcome.Kind)}\t{line.Id}\t{ContractValues.Word(line.Action)}\t"
                    + $"{outcome.Record ?? line.Record}\t{line.Observation}\t{what}\t{line.By}\t{CorrectionLine.Instant(line.At)}"
            );
        }
        return true;
    }
}
