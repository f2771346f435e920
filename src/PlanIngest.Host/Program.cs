using System.CommandLine;
using PlanIngest.Host.Commands;

// One executable. Without a command it watches a folder; each command is one file under Commands/ and one line here.
var root = WatchCommand.Create();
root.Subcommands.Add(ExtractCommand.Create());
root.Subcommands.Add(ExportCommand.Create());
root.Subcommands.Add(ReadDocumentsCommand.Create());
root.Subcommands.Add(StatusCommand.Create());
root.Subcommands.Add(AcceptRemovalsCommand.Create());
root.Subcommands.Add(SchemaCommand.Create());
root.Subcommands.Add(TablesCommand.Create());
root.Subcommands.Add(TextCommand.Create());
root.Subcommands.Add(QuantitiesCommand.Create());

root.Subcommands.Add(CorrectCommand.Create());
root.Subcommands.Add(CorrectionsCommand.Create());
root.Subcommands.Add(CompareCommand.Create());
root.Subcommands.Add(ReindexCommand.Create());
root.Subcommands.Add(ExplainCommand.Create());
root.Subcommands.Add(UserCommand.Create());

return await root.Parse(args).InvokeAsync();
