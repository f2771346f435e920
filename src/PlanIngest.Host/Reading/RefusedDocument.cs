using PlanIngest.Model;

namespace PlanIngest.Host.Reading;

/// <summary>The extraction of a file that is not read: no text, no records, one finding of severity error.</summary>
public static class RefusedDocument
{
    public static Extraction Of(string path, string sha256, long bytes, string code, string message) =>
        new()
        {
            Document = new Document
            {
                Path = path,
                Source = new SourceInfo("application/octet-stream", null, sha256, bytes),
                Text = "",
                Shown = "",
                Blocks = [],
                Findings = [],
            },
            Head = DocumentHead.Unknown,
            Records = [],
            Conflicts = [],
            Findings = [new Finding(Severity.Error, code, message)],
        };
}
