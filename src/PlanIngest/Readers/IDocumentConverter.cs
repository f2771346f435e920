using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// An outside program that turns a file of a format without a reader into one of a format that has one. It keeps its
/// own limits of time and memory and never throws for a bad file.
/// </summary>
public interface IDocumentConverter
{
    /// <summary>What it reads: lower case, with the dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Null where the program is not installed.</summary>
    Conversion? Convert(SourceFile file);
}
