using System.Text;

namespace PlanIngest.FaultTests;

/// <summary>What people drop on a day: mostly texts, then pages, office files and some PDF; by number.</summary>
internal static class Mixed
{
    private static readonly string[] Extensions =
    [
        ".txt",
        ".md",
        ".html",
        ".docx",
        ".txt",
        ".xlsx",
        ".csv",
        ".md",
        ".txt",
        ".pdf",
    ];

    public static string Extension(int number) => Extensions[number % Extensions.Length];

    public static byte[] Bytes(int number) =>
        Extension(number) is ".txt" or ".md" ? Encoding.UTF8.GetBytes(Plans.Of(number)) : Sample(Extension(number));

    /// <summary>A saved sample of that format.</summary>
    public static byte[] Sample(string extension) => Samples(extension)[0];

    public static List<byte[]> Samples(string extension) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Formats"), "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) == extension)
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes),
        ];
}
