using System.Text.Json;

namespace PlanIngest.Readers.Pdf;

/// <summary>
/// The written form of a page, one line of JSON, as the engine in the child process gives it and as pages are recorded:
/// <c>{"page", "width", "height", "fonts": [name], "words": [[text, x0, y0, x1, y1, size, turn, font, marks]],
/// "lines": [[x0, y0, x1, y1, thickness]], "fills": [[x0, y0, x1, y1, grey]], "pictures": [[x0, y0, x1, y1]], "shapes": number, "crowded": true}</c>.
/// </summary>
public static class PageLines
{
    /// <exception cref="JsonException">It is no page.</exception>
    public static PdfPage Parse(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        var (number, shapes, width, height) = (0, 0, 0.0, 0.0);
        var crowded = false;
        var fonts = new List<string>();
        var words = new List<PageWord>();
        var rulings = new List<Ruling>();
        var fills = new List<Fill>();
        var pictures = new List<Rect>();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "page":
                    number = reader.GetInt32();
                    break;
                case "width":
                    width = reader.GetDouble();
                    break;
                case "height":
                    height = reader.GetDouble();
                    break;
                case "crowded":
                    crowded = reader.GetBoolean();
                    break;
                case "shapes":
                    shapes = reader.GetInt32();
                    break;
                case "fonts":
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        fonts.Add(reader.GetString() ?? "");
                    }
                    break;
                case "words":
                    while (NextRow(ref reader))
                    {
                        words.Add(ReadWord(ref reader, fonts));
                    }
                    break;
                case "lines":
                    while (NextRow(ref reader))
                    {
                        rulings.Add(new Ruling(ReadRect(ref reader), Next(ref reader)));
                        reader.Read();
                    }
                    break;
                case "fills":
                    while (NextRow(ref reader))
                    {
                        fills.Add(new Fill(ReadRect(ref reader), Next(ref reader)));
                        reader.Read();
                    }
                    break;
                case "pictures":
                    while (NextRow(ref reader))
                    {
                        pictures.Add(ReadRect(ref reader));
                        reader.Read();
                    }
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        return new PdfPage(number, width, height, words, rulings, fills, pictures)
        {
            Shapes = shapes,
            Crowded = crowded,
        };
    }

    private static bool NextRow(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.StartArray;

    private static PageWord ReadWord(ref Utf8JsonReader reader, List<string> fonts)
    {
        reader.Read();
        var text = reader.GetString() ?? "";
        var box = ReadRect(ref reader);
        var size = Next(ref reader);
        var turn = (int)Next(ref reader);
        var font = (int)Next(ref reader);
        var marks = (WordMarks)(int)Next(ref reader);
        reader.Read();
        return new PageWord(text, box, size, turn, font < fonts.Count ? fonts[font] : "", marks);
    }

    private static Rect ReadRect(ref Utf8JsonReader reader) =>
        new(Next(ref reader), Next(ref reader), Next(ref reader), Next(ref reader));

    private static double Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetDouble();
    }
}
