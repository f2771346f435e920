using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PlanIngest.Outputs;

namespace PlanIngest.Benchmarks;

/// <summary>
/// A made-up million of records: how fast the index is built, how large it is, and how long lists, filters, searches
/// and pages take, each asked many times in different words.
/// </summary>
public static class IndexMillion
{
    private const int PerDocument = 1000;

    private static readonly string[] Places =
    [
        "东岭",
        "北河",
        "林山",
        "青原",
        "云岭",
        "临江",
        "安平",
        "石桥",
        "白湖",
        "长坪",
    ];
    private static readonly string[] Subjects =
    [
        "床位",
        "注册护士",
        "执业医师",
        "绿地",
        "污水处理",
        "学前教育",
        "公路",
        "耕地",
        "森林",
        "用水",
    ];
    private static readonly string[] Scopes =
    [
        "城镇",
        "农村",
        "全市",
        "县级",
        "社区",
        "民营",
        "公立",
        "每千人口",
        "规模以上",
        "重点",
    ];
    private static readonly string[] Measures =
    [
        "数",
        "率",
        "覆盖率",
        "面积",
        "总量",
        "增加值",
        "里程",
        "达标率",
        "比例",
        "人数",
    ];
    private static readonly string[] Flags = ["unit-inferred", "period-inferred", "name-inferred", "ocr-suspect"];

    public static int Run(int records)
    {
        var path = Path.Combine(Path.GetTempPath(), $"planingest-index-{Environment.ProcessId}.db");
        var random = new Random(1);
        var watch = new Stopwatch();
        var processor = TimeSpan.Zero;
        using (var index = IndexOutput.Build(path))
        {
            for (var document = 0; document < records / PerDocument; document++)
            {
                var bytes = Encoding.UTF8.GetBytes(Output(document, random));
                var before = Environment.CpuUsage.TotalTime;
                watch.Start();
                using (var output = JsonDocument.Parse(bytes))
                {
                    index.Put(output.RootElement, document, bytes.Length);
                }
                watch.Stop();
                processor += Environment.CpuUsage.TotalTime - before;
            }
            var finishing = Environment.CpuUsage.TotalTime;
            watch.Start();
            index.Finish();
            watch.Stop();
            processor += Environment.CpuUsage.TotalTime - finishing;
        }
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{records} records in {seconds:F1} s, {records / seconds:F0} a second; processor {processor.TotalSeconds:F1} s, {records / processor.TotalSeconds:F0} a second; {new FileInfo(path).Length / 1e6:F0} MB"
            )
        );
        Ask(path, random);
        IndexFile.Delete(path);
        return 0;
    }

    private static void Ask(string path, Random random)
    {
        using var index = IndexFile.OpenToRead(path)!;
        string Any(string[] words) => words[random.Next(words.Length)];
        var questions = new (string Name, Func<(IndexFilter Filter, int Skip)> Make)[]
        {
            ("first page", () => (new IndexFilter(), 0)),
            ("later page", () => (new IndexFilter(), random.Next(200) * 50)),
            ("by doubt", () => (new IndexFilter { Order = IndexOrder.Doubt }, random.Next(20) * 50)),
            ("by name", () => (new IndexFilter { Order = IndexOrder.Name }, random.Next(20) * 50)),
            ("one character", () => (new IndexFilter { Search = Any(Measures)[..1], Order = Order(random) }, 0)),
            ("one word", () => (new IndexFilter { Search = Any(Subjects), Order = Order(random) }, 0)),
            (
                "two words' length",
                () => (new IndexFilter { Search = Any(Scopes) + Any(Subjects), Order = Order(random) }, 0)
            ),
            (
                "rare word",
                () =>
                    (
                        new IndexFilter
                        {
                            Search = Any(Subjects) + Any(Measures) + random.Next(900),
                            Order = Order(random),
                        },
                        0
                    )
            ),
            (
                "filter",
                () =>
                    (
                        new IndexFilter
                        {
                            Flag = Any(Flags),
                            Status = "open",
                            Order = Order(random),
                        },
                        random.Next(10) * 50
                    )
            ),
            (
                "rare filter",
                () =>
                    (
                        new IndexFilter
                        {
                            Conflict = true,
                            Period = "2030",
                            Order = Order(random),
                        },
                        0
                    )
            ),
            (
                "filter and word",
                () =>
                    (
                        new IndexFilter
                        {
                            Search = Any(Subjects),
                            Tier = "count",
                            Region = Any(Places) + "市",
                            Order = Order(random),
                        },
                        0
                    )
            ),
            (
                "document",
                () =>
                    (
                        new IndexFilter { Path = $"d/plan-{random.Next(900)}.txt", Order = IndexOrder.Doubt },
                        random.Next(10) * 50
                    )
            ),
            ("below a confidence", () => (new IndexFilter { Below = 0.6m, Order = Order(random) }, 0)),
        };
        foreach (var (name, make) in questions)
        {
            var (times, processor) = (new List<double>(), new List<double>());
            for (var turn = 0; turn < 40; turn++)
            {
                var (filter, skip) = make();
                var (started, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                IndexQuery.Find(index, filter, skip, 50);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            }
            times.Sort();
            processor.Sort();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -20} median {times[20], 7:F1} ms   95th {times[37], 7:F1} ms   worst {times[^1], 7:F1} ms   processor 95th {processor[37], 7:F1} ms"
                )
            );
        }
    }

    private static IndexOrder Order(Random random) => (IndexOrder)random.Next(3);

    private static string Output(int document, Random random)
    {
        var place = Places[document % Places.Length] + "市";
        var json = new StringBuilder();
        json.Append(
            CultureInfo.InvariantCulture,
            $$"""
            {"schema":"planingest/extraction/1","extractor":"planingest/0.4.0","document":{"path":"d/plan-{{document}}.txt",
            "sha256":"{{document:x64}}","bytes":1,"mediaType":"text/plain","encoding":"utf-8","engine":null,"title":"{{place}}规划",
            "kind":"plan","documentNumber":null,"issuer":null,"issuedOn":"2021-05-01","region":"{{place}}","planPeriod":null},"records":[
            """
        );
        for (var at = 0; at < PerDocument; at++)
        {
            json.Append(at > 0 ? "," : "").Append(Record(document, at, place, random));
        }
        return json.Append("],\"conflicts\":[],\"diagnostics\":[]}").ToString();
    }

    private static string Record(int document, int at, string place, Random random)
    {
        var name =
            Scopes[random.Next(10)]
            + Subjects[random.Next(10)]
            + Measures[random.Next(10)]
            + (at % 3 == 0 ? $"{at}" : "");
        var value = random.Next(10, 9999);
        var flag = random.Next(5) == 0 ? $"\"{Flags[random.Next(4)]}\"" : "";
        var confidence = (random.Next(400, 1000) / 1000m).ToString(CultureInfo.InvariantCulture);
        return $$"""
            {"id":"r-{{document:x6}}{{at:x6}}","name":"{{name}}","nameKey":"{{name}}","unit":"个","category":["发展指标"],"ordinal":"{{at}}",
            "nature":"expected","responsible":null,"origin":"{{(at % 4 == 0 ? "table" : "prose")}}","tier":"{{(
                at % 3 == 0 ? "count" : "core"
            )}}","observations":[
            {"id":"baseline-2020","role":"baseline","period":"2020","quantity":{"kind":"number","comparator":"=","value":{{value}},"unit":"个"},"raw":"{{value}}","source":{"start":1,"end":2,"line":{{at}} } },
            {"id":"target-2025","role":"target","period":"2025","quantity":{"kind":"number","comparator":">=","value":{{value
                * 2}},"unit":"个"},"raw":"{{value * 2}}以上","source":{"start":1,"end":2,"line":{{at}} } }],
            "quote":"到2025年，{{place}}{{name}}由{{value}}个提高到{{value
                * 2}}以上，服务能力进一步增强","source":{"start":1,"end":2,"line":{{at}}},"confidence":{{confidence}},"flags":[{{flag}}]}
            """;
    }
}
