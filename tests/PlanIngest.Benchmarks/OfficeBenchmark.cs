using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers;

namespace PlanIngest.Benchmarks;

/// <summary>
/// Word files and workbooks of 50 kB, made here: how many are read, and how many taken through the whole pipeline, in a
/// second of one processor, all threads counted, and by the clock; and how many LibreOffice converts to text by the clock
/// in one run, where it is installed.
/// </summary>
internal static class OfficeBenchmark
{
    private const int Bytes = 50_000;
    private const int PeerFiles = 10;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(3);

    public static int Run()
    {
        foreach (var (extension, make) in new[] { (".docx", (Func<int, byte[]>)Word), (".xlsx", Sheet) })
        {
            var size = Enumerable.Range(1, 200).First(parts => make(parts * 10).Length >= Bytes) * 10;
            var file = new SourceFile("plan" + extension, make(size));
            var reader = ReaderCatalog.For(file.Path)!;
            var records = IngestPipeline.Run(file).Records.Count;
            var read = Rate(() => reader.Read(file, ReaderLimits.Default));
            var whole = Rate(() => IngestPipeline.Run(file));
            var peer = Peer(file);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{extension} {file.Bytes.Length} bytes, {records} records: read {read.Work:0} a processor second, whole pipeline {whole.Work:0.0}; by the clock {read.Clock:0}, {whole.Clock:0.0}, LibreOffice {peer:0.0}; whole/LibreOffice {whole.Clock / peer:0.0}"
                )
            );
        }
        return 0;
    }

    private static (double Work, double Clock) Rate(Action once)
    {
        using var process = Process.GetCurrentProcess();
        // The compiler is at work until the code is warm.
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < Long; )
        {
            once();
        }
        process.Refresh();
        var before = process.TotalProcessorTime;
        var (watch, work, count) = (Stopwatch.StartNew(), TimeSpan.Zero, 0);
        for (; work < Long; count++)
        {
            once();
            process.Refresh();
            work = process.TotalProcessorTime - before;
        }
        return (count / work.TotalSeconds, count / watch.Elapsed.TotalSeconds);
    }

    /// <summary>Files a second in one run of LibreOffice, its start left out by a run over a single file.</summary>
    private static double Peer(SourceFile file)
    {
        var folder = Directory.CreateTempSubdirectory("planingest-benchmark-").FullName;
        try
        {
            var files = Enumerable.Range(0, PeerFiles).Select(at => Path.Combine(folder, $"{at}{file.Path}")).ToList();
            files.ForEach(path => File.WriteAllBytes(path, file.Bytes.Span));
            Convert(folder, files.Take(1));
            var one = Convert(folder, files.Take(1));
            var all = Convert(folder, files);
            return (PeerFiles - 1) / (all - one).TotalSeconds;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return double.NaN;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TimeSpan Convert(string folder, IEnumerable<string> files)
    {
        var target = files.First().EndsWith(".xlsx", StringComparison.Ordinal) ? "csv" : "txt:Text";
        var start = new ProcessStartInfo(
            "soffice",
            [
                $"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                target,
                "--outdir",
                folder,
                .. files,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return watch.Elapsed;
    }

    private static byte[] Word(int rows)
    {
        var words = new Words();
        var body = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<w:p><w:r><w:t>到2025年，{words.Next(12)}达到{row}.{row % 7}%以上，{words.Next(60)}。</w:t></w:r></w:p>"
            );
            if (row % 10 == 0)
            {
                body.Append("<w:tbl>").Append(Row("指标", "2020年", "2025年", "属性"));
                for (var line = 0; line < 10; line++)
                {
                    body.Append(Row(words.Next(8) + "（%）", $"{row + line}", $"≥{row + line + 2}", "预期性"));
                }
                body.Append("</w:tbl>");
            }
        }
        return Zip(
            ("_rels/.rels", Relations(("officeDocument", "word/document.xml", "r1"))),
            (
                "word/document.xml",
                $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
            ),
            (
                "[Content_Types].xml",
                Types(
                    "/word/document.xml",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
                )
            )
        );
    }

    private static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"))}</w:tr>";

    private static byte[] Sheet(int rows)
    {
        var words = new Words();
        var cells = new StringBuilder("<row>");
        foreach (var head in new[] { "序号", "指标", "2020年", "2021年", "2022年", "2023年", "2024年", "2025年" })
        {
            cells.Append(Text(head));
        }
        cells.Append("</row>");
        for (var row = 1; row <= rows; row++)
        {
            cells.Append(CultureInfo.InvariantCulture, $"<row><c><v>{row}</v></c>{Text(words.Next(8) + "（%）")}");
            for (var year = 0; year < 6; year++)
            {
                cells.Append(CultureInfo.InvariantCulture, $"<c><v>{(row * 37) + (year * 11)}.{row % 10}</v></c>");
            }
            cells.Append("</row>");
        }
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        return Zip(
            ("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml", "r1"))),
            ("xl/_rels/workbook.xml.rels", Relations(("worksheet", "sheet1.xml", "s1"))),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
            ),
            ("xl/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{cells}</sheetData></worksheet>"),
            (
                "[Content_Types].xml",
                Types("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
            )
        );
    }

    private static string Text(string words) => $"<c t=\"inlineStr\"><is><t>{words}</t></is></c>";

    private static string Relations((string Kind, string Target, string Id) relation) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + $"<Relationship Id=\"{relation.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation.Kind}\" Target=\"{relation.Target}\"/></Relationships>";

    private static string Types(string part, string type) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"<Override PartName=\"{part}\" ContentType=\"{type}\"/></Types>";

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }

    /// <summary>Words of a few hundred common characters, always the same ones.</summary>
    private sealed class Words
    {
        private uint state = 12345;

        public string Next(int length) => string.Create(length, this, static (text, words) => words.Fill(text));

        private void Fill(Span<char> text)
        {
            for (var at = 0; at < text.Length; at++)
            {
                state = (state * 1664525) + 1013904223;
                text[at] = (char)('一' + (state >> 16) % 600);
            }
        }
    }
}
