using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>The header of a table of words: perhaps groups and 序号, the names, and the columns behind them.</summary>
/// <param name="Name">The column of the names, from 0.</param>
/// <param name="Ordinal">The column of row numbers; -1 for none.</param>
internal sealed record WordRowsHeader(IReadOnlyList<Span> Cells, int Name, int Ordinal)
{
    private const int Narrowest = 3;
    private const int Widest = 12;
    private const int MostGroups = 2;

    /// <summary>Columns behind the names.</summary>
    public int Behind => Cells.Count - Name - 1;

    public bool HasGroups => Name > (Ordinal < 0 ? 0 : 1);

    /// <summary>
    /// Reads 序号 指标名称 单位 2020年 2025年 属性; refuses 主要指标 完成情况, where no column is dated, and a sentence.
    /// </summary>
    public static WordRowsHeader? Read(TextLines lines, IReadOnlyList<Span> words)
    {
        if (words.Count is < Narrowest or > Widest)
        {
            return null;
        }
        words = Joined(lines, words);
        var (name, ordinal, dated) = (-1, -1, -1);
        for (var at = 0; at < words.Count; at++)
        {
            var word = lines.Slice(words[at]);
            name = name < 0 && DialectWords.IsNameHeader(word) ? at : name;
            ordinal = ordinal < 0 && DialectWords.IsOrdinalHeader(word) ? at : ordinal;
            dated = dated < 0 && IsDated(word) ? at : dated;
            if (word.Length > 20)
            {
                return null;
            }
        }
        // 一级指标 二级指标 without a third: the inner names the rows.
        name =
            name < 0
                ? words
                    .Index()
                    .Where(word => lines.Slice(word.Item) is "二级指标")
                    .Select(word => word.Index)
                    .FirstOrDefault(-1)
                : name;
        return name < 0 || dated <= name || ordinal > name || name > MostGroups + (ordinal < 0 ? 0 : 1)
            ? null
            : new WordRowsHeader(words, name, ordinal);
    }

    /// <summary>序 号, 2020 年: two letters set apart are a word, and 年 belongs to the number before it.</summary>
    private static List<Span> Joined(TextLines lines, IReadOnlyList<Span> words)
    {
        var joined = new List<Span>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var word = lines.Slice(words[at]);
            var next = at + 1 < words.Count ? lines.Slice(words[at + 1]) : default;
            var pair = IsLetter(word) && IsLetter(next) || word.Length == 4 && HoldsYear(word) && next is ['年', ..];
            joined.Add(pair ? words[at].Union(words[++at]) : words[at]);
        }
        return joined;
    }

    private static bool IsLetter(ReadOnlySpan<char> word) =>
        word.Length == 1 && word[0] > '\u2E80' && char.IsLetter(word[0]);

    /// <summary>
    /// The row's cells, one a column; null where it can be cut in no or in several ways. Groups stand only before their
    /// first row.
    /// </summary>
    public IReadOnlyList<Span>? Cut(TextLines lines, IReadOnlyList<Span> words) =>
        Deal(lines, words) is { } cells && Fits(lines, cells) ? cells : null;

    /// <summary>Not: a figure for a unit, or at the end of a name, where the blank within 1 800 has shifted the cells.</summary>
    private bool Fits(TextLines lines, Span[] cells)
    {
        for (var column = Name + 1; column < Cells.Count; column++)
        {
            if (DialectWords.IsUnitHeader(lines.Slice(Cells[column])) && IsNumber(lines.Slice(cells[column])))
            {
                return false;
            }
        }
        var name = lines.Slice(cells[Name]);
        var last = name.LastIndexOfAny(" \u3000\u00A0");
        return last < 0 || !CellWords.IsFigure(name[(last + 1)..]);
    }

    /// <summary>1,203.5; not 1/10万, a unit.</summary>
    private static bool IsNumber(ReadOnlySpan<char> word) =>
        CellWords.IsFigure(word) && !word.ContainsAny('/', '／') && !char.IsLetter(word[^1]);

    private Span[]? Deal(TextLines lines, IReadOnlyList<Span> words)
    {
        var lead = words.Count - Behind;
        var groups = Name - (Ordinal < 0 ? 0 : 1);
        var cells = new Span[Cells.Count];
        Array.Fill(cells, new Span(words[0].Start, 0));
        for (var column = 0; column < Behind; column++)
        {
            cells[Name + 1 + column] = words[lead + column];
        }
        var from = 0;
        if (Ordinal >= 0)
        {
            if (lead == 1 && groups == Ordinal && CellWords.Ordinal(lines.Slice(words[0])) < 0)
            {
                // 其中：风电 under 1 电力装机: a part has no number of its own.
                cells[Name] = words[0];
                return cells;
            }
            var at = 0;
            while (at < lead && CellWords.Ordinal(lines.Slice(words[at])) < 0)
            {
                at++;
            }
            if (at >= lead - 1 || at > 0 && at != Ordinal)
            {
                return null;
            }
            for (var column = 0; column < at; column++)
            {
                cells[column] = words[column];
            }
            cells[Ordinal] = words[at];
            from = at + 1;
            groups -= Ordinal;
        }
        var left = lead - from;
        if (left == groups + 1)
        {
            for (var group = 0; group < groups; group++)
            {
                cells[Name - groups + group] = words[from + group];
            }
            cells[Name] = words[lead - 1];
            return cells;
        }
        if (left < 1 || groups > 0 && left > 1)
        {
            return null;
        }
        cells[Name] = words[from].Union(words[lead - 1]);
        return cells;
    }

    /// <summary>2020年, 2025年目标, 目标值（2025年）, “十四五”末, 现状值, 目标值.</summary>
    public static bool IsDated(ReadOnlySpan<char> word) =>
        DialectWords.IsDatedHeader(word)
        || HoldsYear(word)
        || word.Contains("十", StringComparison.Ordinal) && word.Contains("五", StringComparison.Ordinal);

    /// <summary>2020年基数, 现状值（2020年）, ２０２５年; not 12025.</summary>
    private static bool HoldsYear(ReadOnlySpan<char> word)
    {
        for (var at = 0; at + 4 <= word.Length; at++)
        {
            var year = word.Slice(at, 4);
            var digits = !year.ContainsAnyExceptInRange('0', '9') || !year.ContainsAnyExceptInRange('０', '９');
            if (digits && (year[..2] is "19" or "20" or "１９" or "２０"))
            {
                return (at == 0 || !char.IsDigit(word[at - 1]))
                    && (at + 4 == word.Length || !char.IsDigit(word[at + 4]));
            }
        }
        return false;
    }
}
