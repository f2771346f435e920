using System.Buffers;
using PlanIngest.Model;
using PlanIngest.Readers.Dialects;

namespace PlanIngest.Readers;

/// <summary>Finds the tables of a text: asks each dialect at each line, the first that reads a table has it.</summary>
public static class TableScan
{
    /// <summary>The first line of a table is shorter, or has a mark, a gap or the word of a header.</summary>
    private const int LongestHead = 150;

    private static readonly SearchValues<char> Marks = SearchValues.Create("<|｜│┃\t");

    /// <summary>In order of place, not overlapping; those refused stand among them with their finding.</summary>
    public static List<TableDraft> Find(TextLines lines)
    {
        var dialects = DialectCatalog.All;
        var found = new List<TableDraft>();
        var askFrom = new int[dialects.Count];
        for (var line = 0; line < lines.Count; )
        {
            var next = line + 1;
            for (var at = IsProse(lines, line) ? dialects.Count : 0; at < dialects.Count && next == line + 1; at++)
            {
                if (askFrom[at] > line)
                {
                    continue;
                }
                var reading = dialects[at].Read(lines, line);
                askFrom[at] = reading.Next;
                if (reading.Tables.Count > 0)
                {
                    RefuseWide(reading.Tables);
                    found.AddRange(reading.Tables);
                    next = reading.Next;
                    break;
                }
            }
            line = next;
        }
        foreach (var draft in found.Where(draft => !draft.Refused))
        {
            Captions.Find(lines, draft);
        }
        if (found.Count > 0 && TableCut.IsCut(lines, found[^1]))
        {
            found[^1].Report(TableCut.Finding(found[^1].Region, "The last row of the table has no closing pipe"));
        }
        return found;
    }

    /// <summary>
    /// A line with which no table begins, seen at one look for all dialects: 到2025年，…（long）…。 Not: 序号 指标 2020年 …。
    /// run together, a row with a sentence in its last column.
    /// </summary>
    private static bool IsProse(TextLines lines, int line)
    {
        if (lines[line].Length < LongestHead)
        {
            return false;
        }
        var text = lines.Slice(lines.Trimmed(line));
        return text is [.., '。']
            && text.Length >= LongestHead
            && !text.ContainsAny(Marks)
            && !text.Contains(RunTogetherDialect.Trigger, StringComparison.Ordinal)
            && !SpaceColumnsDialect.HasGap(text);
    }

    private static void RefuseWide(IReadOnlyList<TableDraft> tables)
    {
        foreach (var draft in tables)
        {
            if (draft.Columns > ReaderLimits.Default.Columns && !draft.Refused)
            {
                draft.Refuse(TooWide.Finding(draft.Region));
            }
        }
    }
}
