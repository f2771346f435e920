using System.Globalization;
using System.Text;

namespace PlanIngest.Benchmarks;

/// <summary>Generated plan texts of any size, always the same: what the figures on cost and memory are taken over.</summary>
internal static class PlanTexts
{
    private static readonly (string Name, string Unit)[] Indicators =
    [
        ("常住人口", "万人"),
        ("医疗卫生机构床位", "张"),
        ("执业（助理）医师", "人"),
        ("森林覆盖率", "%"),
        ("化学需氧量排放", "万吨"),
        ("单位地区生产总值能耗", "吨标准煤/万元"),
        ("公共图书馆", "个"),
        ("高新技术企业", "家"),
        ("学前教育毛入园率", "%"),
        ("污水集中处理率", "%"),
    ];

    private const string Words =
        "坚持以人民为中心的发展思想，深化医药卫生体制改革，健全优质高效的整合型服务体系，推动工作重心下移、资源下沉";

    private const string Title = "某市“十四五”卫生健康发展规划\n\n";
    private const string Header = "序号\t指标名称\t单位\t2020年\t2025年\t指标属性\n";

    /// <summary>One table, a row an indicator, cells parted by tabs.</summary>
    public static IEnumerable<string> TabRows()
    {
        yield return Title + "主要指标表\n" + Header;
        for (var row = 1; ; row++)
        {
            yield return Row(row, "\t") + "\n";
        }
    }

    /// <summary>The same rows between the pipes of a Markdown table.</summary>
    public static IEnumerable<string> PipeRows()
    {
        yield return Title
            + "主要指标表\n\n| "
            + Header.TrimEnd().Replace("\t", " | ", StringComparison.Ordinal)
            + " |\n";
        yield return "| --- | --- | --- | --- | --- | --- |\n";
        for (var row = 1; ; row++)
        {
            yield return "| " + Row(row, " | ") + " |\n";
        }
    }

    /// <summary>Tables of ten rows, each with its caption and a sentence under it.</summary>
    public static IEnumerable<string> SmallTables()
    {
        yield return Title;
        for (var table = 1; ; table++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"表{table} 主要指标（第{table}组）\n") + Header;
            for (var row = 1; row <= 10; row++)
            {
                yield return Row(table * 10 + row, "\t") + "\n";
            }
            yield return "\n以上指标由各县（市、区）负责落实，年度考核。\n\n";
        }
    }

    /// <summary>A plan: sections of text, a figure in one sentence of four, and a table of twelve rows in every third.</summary>
    public static IEnumerable<string> Plan(int from)
    {
        yield return Title;
        for (var section = 1; ; section++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"（{section}）推进健康建设\n");
            for (var at = section * 12; at < section * 12 + 12; at++)
            {
                var sentence = at % 4 == 0 ? Sentence(from + at) : Words;
                yield return sentence + "。" + (at % 6 == 5 ? "\n" : "");
            }
            if (section % 3 == 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"表{section / 3} 主要指标\n") + Header;
                for (var row = 1; row <= 12; row++)
                {
                    yield return Row(from + section * 12 + row, "\t") + "\n";
                }
                yield return "\n";
            }
        }
    }

    /// <summary>A Markdown file of tables of twenty rows.</summary>
    public static IEnumerable<string> MarkdownTables()
    {
        for (var table = 1; ; table++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"\n## 表{table} 主要指标\n\n");
            yield return "| " + Header.TrimEnd().Replace("\t", " | ", StringComparison.Ordinal) + " |\n";
            yield return "| --- | --- | --- | --- | --- | --- |\n";
            for (var row = 1; row <= 20; row++)
            {
                yield return "| " + Row(table * 20 + row, " | ") + " |\n";
            }
        }
    }

    /// <summary>The same in one paragraph without a full stop.</summary>
    public static IEnumerable<string> EndlessSentence()
    {
        yield return Title;
        for (var at = 1; ; at++)
        {
            yield return Sentence(at) + "，";
        }
    }

    /// <summary>One line without a break of any kind.</summary>
    public static IEnumerable<string> OneLine()
    {
        yield return Title;
        for (var at = 1; ; at++)
        {
            yield return "实施健康县区建设工程推进基层医疗卫生机构标准化";
        }
    }

    /// <summary>A web page: paragraphs, and tables of twenty rows.</summary>
    public static IEnumerable<string> WebPage()
    {
        yield return "<!DOCTYPE html><html><head><title>规划</title></head><body>\n<h1>" + Title.Trim() + "</h1>\n";
        for (var table = 1; ; table++)
        {
            yield return "<p>"
                + Sentence(table)
                + "。</p>\n<table>\n<tr><th>"
                + Header.TrimEnd().Replace("\t", "</th><th>", StringComparison.Ordinal)
                + "</th></tr>\n";
            for (var row = 1; row <= 20; row++)
            {
                yield return "<tr><td>" + Row(table * 20 + row, "</td><td>") + "</td></tr>\n";
            }
            yield return "</table>\n";
        }
    }

    /// <summary>A text of the size, cut at the end of one of its pieces.</summary>
    public static byte[] Bytes(Func<IEnumerable<string>> pieces, int size)
    {
        using var bytes = new MemoryStream(size + 1000);
        foreach (var piece in pieces())
        {
            bytes.Write(Encoding.UTF8.GetBytes(piece));
            if (bytes.Length >= size)
            {
                break;
            }
        }
        return bytes.ToArray();
    }

    private static string Row(int row, string between)
    {
        var (name, unit) = Indicators[row % Indicators.Length];
        var (from, to) = ((row * 37L % 9973) / 100m, (row * 41L % 9973) / 100m);
        var nature = row % 2 == 0 ? "约束性" : "预期性";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{row}{between}{name}{row}{between}{unit}{between}{from}{between}{(row % 3 == 0 ? "" : "≥")}{to}{between}{nature}"
        );
    }

    private static string Sentence(int at)
    {
        var (name, unit) = Indicators[at % Indicators.Length];
        var (from, to) = (at * 37L % 9973 / 100m, at * 41L % 9973 / 100m);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"推进第{at}项重点工程建设，健全服务体系，到2025年，全市{name}由{from}{unit}增加到{to}{unit}"
        );
    }
}
