using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanIngest.Model;
using PlanIngest.Tables;

namespace PlanIngest.Host.Commands;

/// <summary><c>tables PATH…</c>: every table found, with its cells, one JSON object a document on a line each.</summary>
public static class TablesCommand
{
    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, or folders of files, to look for tables in.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("tables", "Print the tables of documents as JSON, a line a document.") { paths };
        command.SetAction(parsed =>
        {
            using var output = Console.OpenStandardOutput();
            return DocumentsNamed.Each(
                DocumentsNamed.Files(parsed.GetRequiredValue(paths)),
                document => Write(document, output)
            );
        });
        return command;
    }

    private static void Write(Document document, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Layout))
        {
            json.WriteStartObject();
            json.WriteString("path", document.Path);
            json.WriteStartArray("tables");
            foreach (var (at, table) in document.Blocks.OfType<Table>().Index())
            {
                Write(document, table, at + 1, json);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Write(Document document, Table table, int number, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("table", number);
        json.WriteString("caption", table.Caption is { } caption ? document.Read(caption) : null);
        WritePlace(document, table.Span, table.Place, json);
        json.WriteNumber("rows", table.Rows);
        json.WriteNumber("columns", table.Columns);
        json.WriteStartArray("cells");
        var header = HeaderReader.Rows(document, table).ToHashSet();
        foreach (var cell in table.Cells)
        {
            json.WriteStartObject();
            json.WriteNumber("row", cell.Row + 1);
            json.WriteNumber("column", cell.Column + 1);
            json.WriteNumber("rowSpan", cell.RowSpan);
            json.WriteNumber("columnSpan", cell.ColumnSpan);
            json.WriteString("text", document.Read(cell.Span));
            json.WriteBoolean("header", cell.Header || header.Contains(cell.Row));
            WritePlace(document, cell.Span, cell.Place ?? table.Place, json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Document document, Span span, Place? place, Utf8JsonWriter json)
    {
        if (place?.Page is { } page)
        {
            json.WriteNumber("page", page);
        }
        else
        {
            json.WriteNumber("line", document.LineOf(span.Start));
        }
        if (place?.Box is { } box)
        {
            json.WriteStartArray("bbox");
            json.WriteNumberValue(box.X0);
            json.WriteNumberValue(box.Y0);
            json.WriteNumberValue(box.X1);
            json.WriteNumberValue(box.Y1);
            json.WriteEndArray();
        }
        if (place?.Sheet is { } sheet)
        {
            json.WriteString("sheet", sheet);
        }
        if (place?.Address is { } address)
        {
            json.WriteString("cell", address);
        }
    }
}
