using System.Buffers;
using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Tables;

/// <summary>What the words over and under a table say of all of it.</summary>
internal sealed record TableCaption
{
    /// <summary>The title as words, for the ids of the records.</summary>
    public required string Words { get; init; }
    public UnitWords? Unit { get; init; }

    /// <summary>Further units of the same line: 单位：万户、万人.</summary>
    public IReadOnlyList<UnitWords> MoreUnits { get; init; } = [];
    public Period? Period { get; init; }
    public Span? PeriodSpan { get; init; }

    /// <summary>The plan whose goals the title says these are: “十三五”主要指标.</summary>
    public Period? Plan { get; init; }

    /// <summary>
    /// Of several units the one that stands in the name (总户数 in 户, 总人口男性 in 人), else the first. Not: 亿元、%, where the
    /// rates say so themselves.
    /// </summary>
    public UnitWords? UnitFor(string name)
    {
        if (MoreUnits.Count == 0 || Unit?.Unit is { } first && name.Contains(first, StringComparison.Ordinal))
        {
            return Unit;
        }
        var own = MoreUnits.Where(unit => unit.Unit is { } word && name.Contains(word, StringComparison.Ordinal));
        return own.Count() == 1 ? own.First() : Unit;
    }

    /// <summary>The title speaks of goals (规划目标, 计划): values without a role of their own are targets.</summary>
    public bool SaysTarget { get; init; }

    /// <summary>母公司利润表 beside 合并利润表: whose figures these are, where they are not those of the whole.</summary>
    public string? Scope { get; init; }

    /// <summary>The indicator the title is about, without 表3, its years and 情况表; "" where it names none.</summary>
    public string Indicator { get; init; } = "";
}

/// <summary>Reads captions: 表3 各市县森林覆盖率目标分解表（单位：%）.</summary>
internal static class CaptionReader
{
    public static TableCaption Read(Grid grid, HeaderRows header, DocumentHead head)
    {
        var document = grid.Document;
        var stretches = new List<Span>();
        if (grid.Table.Caption is { } caption)
        {
            stretches.Add(caption);
        }
        for (var row = 0; row < header.Titles; row++)
        {
            foreach (var cell in grid.Row(row))
            {
                if (!grid.IsEmpty(cell) && !stretches.Contains(grid.Cells[cell].Span))
                {
                    stretches.Add(grid.Cells[cell].Span);
                }
            }
        }
        var title = stretches.Find(span => !IsUnitLine(document.Read(span)));
        UnitWords? unit = null;
        List<UnitWords> more = [];
        foreach (var span in stretches.Concat(grid.Table.Notes))
        {
            unit ??= FindUnit(document, span, brackets: span == title, more);
        }
        var words = title.IsEmpty ? "" : Words.Join(document.Shown, title);
        var period = title.IsEmpty ? null : PeriodReader.ReadHeader(document.Shown, title, head);
        return new TableCaption
        {
            Words = words,
            Unit = unit,
            MoreUnits = more,
            Period = period is { Sense: PeriodSense.Date or PeriodSense.Range or PeriodSense.PlanEnd }
                ? period.Value.Period
                : null,
            PeriodSpan = period?.Span,
            Plan = period is { Sense: PeriodSense.Plan or PeriodSense.PlanName } ? period.Value.Period : null,
            SaysTarget = TargetWords.Any(word => words.Contains(word, StringComparison.Ordinal)),
            Scope = title.IsEmpty ? null : ScopeOf(NameReader.Read(document, title).Words),
            Indicator = title.IsEmpty ? "" : IndicatorOf(document, title, head),
        };
    }

    /// <summary>单位：万元, （单位：%）, 計量單位 … and nothing else.</summary>
    public static bool IsUnitLine(string text)
    {
        var start = text.AsSpan().TrimStart(" \t　（(\0");
        foreach (var word in UnitWordings)
        {
            if (start.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                var rest = start[word.Length..].TrimStart(" 　\0");
                return rest.Length > 0 && rest[0] is '：' or ':';
            }
        }
        return false;
    }

    private static readonly SearchValues<char> UnitEnds = SearchValues.Create("）)】]。；;\n");

    /// <summary>The unit of a line that says nothing else; null for any other line.</summary>
    public static UnitWords? UnitOf(Document document, Span line) =>
        IsUnitLine(document.Read(line)) ? FindUnit(document, line, brackets: false, []) : null;

    private static readonly string[] Scopes = ["母公司", "単体"];

    private static string? ScopeOf(string title) =>
        Array.Find(Scopes, scope => title.StartsWith(scope, StringComparison.Ordinal));

    private static readonly string[] TargetWords = ["目标", "规划", "计划", "预期", "任务", "Target", "target", "План"];
    private static readonly string[] UnitWordings =
    [
        "单位",
        "计量单位",
        "金额单位",
        "数量单位",
        "単位",
        "單位",
        "Unit",
        "Units",
        "Единица измерения",
        "Ед. изм.",
    ];

    /// <summary>单位：万人 anywhere in the stretch, or a unit in the brackets at its end.</summary>
    /// <param name="more">Takes the units behind the first.</param>
    private static UnitWords? FindUnit(Document document, Span span, bool brackets, List<UnitWords> more)
    {
        var shown = document.Shown.AsSpan(span.Start, span.Length);
        foreach (var word in UnitWordings)
        {
            var at = shown.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            var colon = at < 0 ? -1 : shown[(at + word.Length)..].IndexOfAny('：', ':');
            if (colon is < 0 or > 2)
            {
                continue;
            }
            var start = at + word.Length + colon + 1;
            var length = shown[start..].IndexOfAny(UnitEnds);
            length = length < 0 ? shown.Length - start : length;
            // 单位：亿元、%: the first is the values', the rates beside them say so themselves.
            var bracket = shown.Slice(start, length).IndexOfAny('(', '（');
            length = bracket > 0 ? bracket : length;
            UnitWords? first = null;
            foreach (var part in shown.Slice(start, length).SplitAny("、，,"))
            {
                var (from, count) = part.GetOffsetAndLength(length);
                if (UnitReader.Declared(document, new Span(span.Start + start + from, count)) is { } unit)
                {
                    first ??= unit;
                    more.AddRange(unit == first ? [] : [unit]);
                }
            }
            return first;
        }
        return brackets ? NameReader.Read(document, span).Unit : null;
    }

    /// <summary>表3 2025年各市县森林覆盖率目标分解表（单位：%） is about 森林覆盖率.</summary>
    private static string IndicatorOf(Document document, Span title, DocumentHead head)
    {
        var (words, measures) = NameReader.Read(document, title) is var name
            ? (name.Words, name.Unit is not null)
            : default;
        foreach (var period in PeriodReader.FindAll(document.Shown, title, head).Reverse())
        {
            words = words.Replace(Words.Join(document.Shown, period.Span), "", StringComparison.Ordinal);
        }
        words = WithoutNumber(words);
        words = WithoutPlaces(words);
        var bracket = words.AsSpan().IndexOfAny('（', '(');
        words = bracket > 0 && words[^1] is '）' or ')' ? words[..bracket] : words;
        var cut = true;
        while (cut)
        {
            cut = false;
            foreach (var ending in Endings)
            {
                if (words.EndsWith(ending, StringComparison.Ordinal) && words.Length > ending.Length)
                {
                    words = words[..^ending.Length];
                    cut = true;
                }
            }
            foreach (var beginning in Beginnings)
            {
                if (words.StartsWith(beginning, StringComparison.Ordinal) && words.Length > beginning.Length)
                {
                    words = words[beginning.Length..];
                    cut = true;
                }
            }
        }
        // 监控通信设施用地指标（公顷/处）: what has a unit of its own is measured, and no list of indicators.
        measures &= words.EndsWith("指标", StringComparison.Ordinal) && !IsVague(words[..^2]) && words.Length > 4;
        return IsVague(words) && !measures ? "" : words.Trim();
    }

    private static bool IsVague(string words) =>
        VagueEndings.Any(ending => words.EndsWith(ending, StringComparison.Ordinal));

    private static readonly string[] Endings =
    [
        "一览表",
        "分解表",
        "统计表",
        "情况表",
        "明细表",
        "目标表",
        "计划表",
        "预测表",
        "表",
        "情况",
        "目标",
        "目标值",
        "分解",
        "控制",
        "任务",
        "计划",
        "规划",
        "现状",
        "统计",
        "及",
        "与",
        "和",
        "的",
    ];
    private static readonly string[] Beginnings =
    [
        "全市各",
        "全省各",
        "全区各",
        "各市县区",
        "各市县",
        "各县区",
        "各旗县区",
        "各盟市",
        "各县市区",
        "各地区",
        "各市州",
        "各市",
        "各县",
        "各地",
        "分地区",
        "分省",
        "分市",
        "分县",
        "各科室",
        "各学校",
        "各区",
        "主要",
        "“”",
        "规划",
        "年",
        "的",
    ];
    private static readonly string[] VagueEndings =
    [
        "指标",
        "指标体系",
        "基本情况",
        "发展",
        "数据",
        "主要",
        "完成",
        "建设",
        "事业",
        "经济",
        "结果",
    ];

    /// <summary>江源市各县（区）营造林任务 is about 营造林任务: 各 leads the places the rows are.</summary>
    private static string WithoutPlaces(string words)
    {
        var at = words.IndexOf('各', StringComparison.Ordinal);
        if (at is < 0 or > 12)
        {
            return words;
        }
        at++;
        while (at < words.Length && PlaceWords.Contains(words[at]))
        {
            at++;
        }
        return at < words.Length ? words[at..] : words;
    }

    private const string PlaceWords = "市县区旗盟州地省乡镇街道科室部门单位学校院（）()、";

    /// <summary>表3, 附表1-2, 专栏1, Table 4., Таблица 2.</summary>
    private static string WithoutNumber(string words)
    {
        foreach (var mark in NumberMarks)
        {
            if (words.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                var at = mark.Length;
                while (at < words.Length && (char.IsDigit(words[at]) || NumberMarksAfter.Contains(words[at])))
                {
                    at++;
                }
                return words[at..];
            }
        }
        return words;
    }

    private const string NumberMarksAfter = " .．-－—:：、一二三四五六七八九十";
    private static readonly string[] NumberMarks = ["附表", "续表", "表", "专栏", "图表", "Table", "Таблица", "第"];
}
