using PlanIngest.Model;

namespace PlanIngest.Readers.Archives;

/// <summary>A file in an archive: read, or refused with the reason.</summary>
internal readonly record struct ArchiveMember(SourceFile? File, Finding? Refusal);
