using System.IO.Compression;
using System.Text;

namespace PlanIngest.Tests.Readers;

/// <summary>Makes archives for tests.</summary>
internal static class ZipFile
{
    public static byte[] Of(params (string Name, string Content)[] members) =>
        Of(members.Select(member => (member.Name, Encoding.UTF8.GetBytes(member.Content))));

    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var member = archive.CreateEntry(name).Open();
                member.Write(content);
            }
        }
        return stream.ToArray();
    }
}
