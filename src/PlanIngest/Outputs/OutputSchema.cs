using System.Reflection;

namespace PlanIngest.Outputs;

/// <summary>The contract's JSON Schema (2020-12) of the output, as built into the library.</summary>
public static class OutputSchema
{
    public static Stream Open() =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream("extraction.schema.json")
        ?? throw new InvalidOperationException("the schema is not built into the library");
}
