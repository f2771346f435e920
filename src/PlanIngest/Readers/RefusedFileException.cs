using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Unwinds a reader from the midst of a file that will not be read on: a limit passed, no package of the format. It
/// never leaves the reader: <see cref="Refusal.Guard"/> makes the finding the document's own.
/// </summary>
public sealed class RefusedFileException : Exception
{
    public RefusedFileException(Finding finding)
        : base(finding.Message) => Finding = finding;

    public Finding Finding { get; }
}
