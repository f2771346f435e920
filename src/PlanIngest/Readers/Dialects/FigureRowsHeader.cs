using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// The words over rows of figures, one for each column. In a header of several lines the words that only lead to the
/// line below (其中, 按性别分) and those of another language stand aside; each line but the last has to end in such a
/// word, for else nobody knows which column stands under which.
/// </summary>
internal sealed record FigureRowsHeader(IReadOnlyList<Span> Words, Span? Part, int PartFrom)
{
    /// <summary>A header of three words could be anything: the first has to be a known one.</summary>
    private const int Certain = 4;

    public int Columns => Words.Count;

    /// <summary>
    /// 县区 合计 造林 over rows of three; 年份 总户数 总人口 其中, 按性别分, 男性 女性 over rows of five. Null where the words do not
    /// come out even.
    /// </summary>
    public static FigureRowsHeader? Read(TextLines lines, int line, int heads, int columns)
    {
        var words = new List<Span>();
        var (part, partFrom, leads) = ((Span?)null, 0, true);
        for (var at = line; at < line + heads; at++)
        {
            var (own, lead) = (0, false);
            foreach (var word in WordRowsDialect.Words(lines, at))
            {
                var text = lines.Slice(word);
                if (text.Length > LongestWord || CellWords.IsFigure(text) && !text.Contains('年'))
                {
                    return null;
                }
                if (!IsChinese(text))
                {
                    continue;
                }
                if (IsLead(text))
                {
                    lead = true;
                    if (part is null && text is "其中" or "其中：" or "其中:")
                    {
                        (part, partFrom) = (word, words.Count);
                    }
                    continue;
                }
                if (!leads || lead)
                {
                    return null;
                }
                words.Add(word);
                own++;
            }
            leads = own == 0 ? leads : lead;
        }
        var known = words.Count > 0 && DialectWords.IsRowHeader(lines.Slice(words[0]));
        return words.Count == columns && (known || columns >= Certain && heads == 1)
            ? new FigureRowsHeader(words, part, partFrom)
            : null;
    }

    private const int LongestWord = 20;

    /// <summary>The words side by side; under 其中, where it stands, those behind it.</summary>
    public void AddTo(TableDraft draft)
    {
        var rows = Part is null ? 1 : 2;
        for (var column = 0; column < Columns; column++)
        {
            if (Part is { } part && column == PartFrom)
            {
                draft.Add(
                    new Cell(0, column, part)
                    {
                        ColumnSpan = Columns - column,
                        Header = true,
                        Inferred = true,
                    }
                );
            }
            var below = Part is not null && column >= PartFrom;
            draft.Add(
                new Cell(below ? 1 : 0, column, Words[column])
                {
                    RowSpan = below ? 1 : rows,
                    Header = true,
                    Inferred = Part is not null,
                }
            );
        }
    }

    /// <summary>其中, 按农业和非农业分: the columns below are parts of the one before, or sorted so.</summary>
    private static bool IsLead(ReadOnlySpan<char> word) =>
        word is "其中" or "其中：" or "其中:" || word is ['按' or '分', _, _, ..] && word[^1] is '分' or '组' or '别';

    private static bool IsChinese(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c > '\u2E80' && char.IsLetter(c))
            {
                return true;
            }
        }
        return false;
    }
}
