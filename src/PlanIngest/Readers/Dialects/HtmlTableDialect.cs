using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// An HTML table inside Markdown or plain text, on one line or many, as converters leave it:
/// <c>&lt;table&gt;&lt;tr&gt;&lt;td rowspan="2"&gt;指标&lt;/td&gt;…</c>. Tables around other tables are layout: only
/// the inner ones are read, the rest stays text.
/// </summary>
public sealed class HtmlTableDialect : ITableDialect
{
    private const string Opening = "<table";

    public DialectReading Read(TextLines lines, int line)
    {
        var tables = new List<TableDraft>();
        var next = line + 1;
        for (var at = lines[line].Start; ; )
        {
            var rest = lines.Text.AsSpan(at, lines[next - 1].End - at);
            var found = rest.IndexOf('<');
            if (found < 0)
            {
                return new DialectReading(tables, next);
            }
            at += found;
            if (
                !rest[found..].StartsWith(Opening, StringComparison.OrdinalIgnoreCase)
                || HtmlTag.At(lines.Text, at, lines.Text.Length) is not { Name: "table" } open
            )
            {
                at++;
                continue;
            }
            at = new IslandTables(lines, tables).ReadFrom(open);
            next = Math.Max(next, lines.LineOf(at) + 1);
        }
    }
}
