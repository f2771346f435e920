using PlanIngest.Model;

namespace PlanIngest.Readers.Pdf;

/// <summary>
/// What an engine gave for one file. <see cref="Engine"/> is its name and version, null where none could be started;
/// <see cref="Trouble"/> says why there are no pages, null when there are.
/// </summary>
public sealed record PageSet(string? Engine, IReadOnlyList<PdfPage> Pages, Finding? Trouble = null)
{
    public static PageSet Refused(string? engine, string code, string message) =>
        new(engine, [], new Finding(Severity.Error, code, message));
}
