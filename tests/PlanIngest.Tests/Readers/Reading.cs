using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers;

namespace PlanIngest.Tests.Readers;

/// <summary>Reads a text or bytes as the file of a name.</summary>
internal static class Reading
{
    public static Document Of(string path, string text) => Of(path, Encoding.UTF8.GetBytes(text));

    public static Document Of(string path, byte[] bytes) =>
        IngestPipeline.ReadDocument(new SourceFile(path, bytes), ReaderLimits.Default, ReaderEngines.None);
}
