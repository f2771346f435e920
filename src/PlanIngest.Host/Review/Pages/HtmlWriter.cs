using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PlanIngest.Host.Review.Pages;

/// <summary>
/// Writes HTML. The literal parts of an interpolated text are markup; everything put into it is escaped, for text and
/// for attributes in double quotes alike, so that a document's words can never become markup.
/// </summary>
public sealed class HtmlWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();

    /// <summary>The text is written while it is put together, so nothing is left to do with it.</summary>
    public HtmlWriter Write([InterpolatedStringHandlerArgument("")] Handler _) => this;

    public HtmlWriter Text(ReadOnlySpan<char> text)
    {
        var plain = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (
                text[at] is '<' or '>' or '&' or '"' or '\'' or < ' ' and not '\n' and not '\t'
                || char.IsSurrogate(text[at])
            )
            {
                return Escaped(text, at);
            }
            plain++;
        }
        html.Append(text[..plain]);
        return this;
    }

    public override string ToString() => html.ToString();

    private HtmlWriter Escaped(ReadOnlySpan<char> text, int from)
    {
        html.Append(text[..from]);
        html.Append(Encoder.Encode(text[from..].ToString()));
        return this;
    }

    [InterpolatedStringHandler]
    public readonly ref struct Handler
    {
        public Handler(int literals, int holes, HtmlWriter writer) => Writer = writer;

        internal HtmlWriter Writer { get; }

        public void AppendLiteral(string markup) => Writer.html.Append(markup);

        public void AppendFormatted(string? text) => Writer.Text(text);

        public void AppendFormatted(ReadOnlySpan<char> text) => Writer.Text(text);

        public void AppendFormatted(char text) => Writer.Text([text]);

        public void AppendFormatted(long number) => Writer.html.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(decimal number) =>
            Writer.html.Append(CultureInfo.InvariantCulture, $"{number:0.####}");

        public void AppendFormatted(HtmlWriter part) => Writer.html.Append(part.html);
    }
}
