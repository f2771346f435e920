using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>Where the clauses and brackets of a sentence are. One pass; quotation marks and brackets hide commas.</summary>
internal sealed class SentenceLayout
{
    private const int LongestQuote = 80;

    private SentenceLayout(IReadOnlyList<Span> clauses, IReadOnlyList<Span> brackets, IReadOnlyList<Span> quotes) =>
        (Clauses, Brackets, Quotes) = (clauses, brackets, quotes);

    /// <summary>Parted at commas, semicolons and colons outside brackets and quotation marks; without these marks.</summary>
    public IReadOnlyList<Span> Clauses { get; }

    /// <summary>Outermost brackets with what they hold.</summary>
    public IReadOnlyList<Span> Brackets { get; }

    /// <summary>Words in “” or 《》, with the marks; a quotation as long as a sentence is not one of these.</summary>
    public IReadOnlyList<Span> Quotes { get; }

    public static SentenceLayout Of(string text, Span stretch)
    {
        var clauses = new List<Span>();
        var brackets = new List<Span>();
        var quotes = new List<Span>();
        int start = stretch.Start,
            depth = 0,
            opened = -1,
            quoted = -1;
        for (var at = stretch.Start; at < stretch.End; at++)
        {
            switch (text[at])
            {
                case '（' or '(' or '〔' or '［' or '[':
                    opened = depth++ == 0 ? at : opened;
                    break;
                case '）' or ')' or '〕' or '］' or ']' when depth > 0:
                    if (--depth == 0)
                    {
                        brackets.Add(Span.Between(opened, at + 1));
                    }
                    break;
                case '“' or '《' or '「' when quoted < 0 && Closes(text, at, stretch.End) is { } close:
                    quoted = close;
                    quotes.Add(Span.Between(at, close + 1));
                    break;
                case '，' or '；' or '：' or ',' or ';' or ':' or '。' or '！' or '？' when depth == 0 && at > quoted:
                    if (IsThousands(text, at) || IsRatio(text, at))
                    {
                        break;
                    }
                    Close(at);
                    break;
                default:
                    break;
            }
            if (at == quoted)
            {
                quoted = -1;
            }
        }
        Close(stretch.End);
        return new SentenceLayout(clauses, brackets, quotes);

        void Close(int end)
        {
            if (end > start)
            {
                clauses.Add(Span.Between(start, end));
            }
            start = end + 1;
        }
    }

    private static int? Closes(string text, int open, int end)
    {
        var mark = text[open] switch
        {
            '“' => '”',
            '《' => '》',
            _ => '」',
        };
        var last = Math.Min(end, open + LongestQuote);
        for (var at = open + 1; at < last; at++)
        {
            if (text[at] == mark)
            {
                return at;
            }
        }
        return null;
    }

    private static bool IsThousands(string text, int at) =>
        at > 0
        && at + 3 < text.Length
        && text[at] is ',' or '，'
        && IsDigit(text[at - 1])
        && IsDigit(text[at + 1])
        && IsDigit(text[at + 2])
        && IsDigit(text[at + 3]);

    /// <summary>5：1, 37.2:20.5:42.3.</summary>
    private static bool IsRatio(string text, int at) =>
        text[at] is ':' or '：' && at > 0 && at + 1 < text.Length && IsDigit(text[at - 1]) && IsDigit(text[at + 1]);

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';
}
