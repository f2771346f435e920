using System.Globalization;
using System.Text;
using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Word;

/// <summary>Reads what stands in the line of a paragraph: runs, fields, links, revisions, formulas, text boxes.</summary>
internal sealed class WordRuns(PartReader part, WordStyles styles, WordNotes notes)
{
    /// <summary>For each open field the words of its instruction; null once its result has begun.</summary>
    private readonly Stack<StringBuilder?> fields = new();

    public WordRevisions Revisions { get; } = new();

    private int instructions;

    private bool InInstruction => instructions > 0;

    /// <param name="name">Of the element the reader stands on.</param>
    /// <param name="text">Where its words go.</param>
    /// <param name="style">The paragraph's style.</param>
    /// <param name="boxes">Reads the blocks of a text box.</param>
    public void Inline(string name, WordText text, string? style, Action<List<WordBlock>> boxes)
    {
        switch (name)
        {
            case "r":
                Run(text, style, boxes);
                break;
            case "ins" or "moveTo":
                Revisions.Inserted++;
                Inside(text, style, boxes);
                break;
            case "del" or "moveFrom":
                Revisions.Deleted++;
                break;
            case "hyperlink" or "smartTag" or "customXml" or "sdt" or "sdtContent" or "fldSimple" or "dir" or "bdo":
                Inside(text, style, boxes);
                break;
            case "AlternateContent":
                foreach (var choice in part.Children())
                {
                    if (choice == "Choice")
                    {
                        Inside(text, style, boxes);
                    }
                }
                break;
            case "oMath" or "oMathPara":
                text.Add(WordFormulas.Read(part), default);
                break;
        }
    }

    private void Inside(WordText text, string? style, Action<List<WordBlock>> boxes)
    {
        foreach (var name in part.Children())
        {
            Inline(name, text, style, boxes);
        }
    }

    private void Run(WordText text, string? style, Action<List<WordBlock>> boxes)
    {
        var look = styles.Look(style);
        foreach (var name in part.Children())
        {
            if (name == "rPr")
            {
                look = ReadLook(look);
            }
            else if (look.Hidden)
            {
                Revisions.Hidden += name == "t" ? 1 : 0;
            }
            else
            {
                RunContent(name, text, look, boxes);
            }
        }
    }

    private RunLook ReadLook(RunLook look)
    {
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "rStyle":
                    var styled = styles.Look(part.Attribute("val"));
                    look = look with { Hidden = look.Hidden || styled.Hidden, Raised = look.Raised || styled.Raised };
                    break;
                case "vanish":
                    look = look with { Hidden = part.Switch() };
                    break;
                case "vertAlign":
                    look = look with { Raised = part.Attribute("val") == "superscript" };
                    break;
                case "b":
                    look = look with { Bold = part.Switch() };
                    break;
                case "rFonts":
                    look = look with { Font = part.Attribute("ascii") ?? part.Attribute("hAnsi") };
                    break;
            }
        }
        return look;
    }

    private void RunContent(string name, WordText text, RunLook look, Action<List<WordBlock>> boxes)
    {
        switch (name)
        {
            case "fldChar":
                Field(part.Attribute("fldCharType"), text, look);
                return;
            case "instrText" when fields.TryPeek(out var instruction):
                instruction?.Append(part.Text());
                return;
        }
        if (InInstruction)
        {
            return;
        }
        switch (name)
        {
            case "t":
                var words = part.Text();
                text.Add(SymbolFonts.Has(look.Font) ? SymbolFonts.WriteSet(look.Font, words) : words, look);
                break;
            case "sym":
                if (
                    ushort.TryParse(
                        part.Attribute("char"),
                        NumberStyles.HexNumber,
                        CultureInfo.InvariantCulture,
                        out var code
                    )
                )
                {
                    text.Add(SymbolFonts.Write(part.Attribute("font"), (char)code), look);
                }
                break;
            case "tab" or "ptab":
                text.Add("\t", look);
                break;
            case "br" or "cr":
                text.Add("\n", look);
                break;
            case "noBreakHyphen":
                text.Add("-", look);
                break;
            case "footnoteReference" or "endnoteReference":
                var kind = name == "footnoteReference" ? "footnote" : "endnote";
                if (notes.Text(kind, part.Attribute("id")) is { Length: > 0 } note)
                {
                    text.Notes.Add(note);
                }
                break;
            case "ruby":
                foreach (var ruby in part.Children())
                {
                    if (ruby == "rubyBase")
                    {
                        Inside(text, null, boxes);
                    }
                }
                break;
            case "drawing" or "pict" or "object":
                Drawing(text, boxes);
                break;
            case "AlternateContent":
                foreach (var choice in part.Children())
                {
                    if (choice == "Choice")
                    {
                        foreach (var content in part.Children())
                        {
                            RunContent(content, text, look, boxes);
                        }
                    }
                }
                break;
        }
    }

    /// <summary>Of a drawing only its text boxes are words.</summary>
    private void Drawing(WordText text, Action<List<WordBlock>> boxes)
    {
        foreach (var name in part.Children())
        {
            if (name == "txbxContent")
            {
                boxes(text.Boxes);
            }
            else if (name == "AlternateContent")
            {
                foreach (var choice in part.Children())
                {
                    if (choice == "Choice")
                    {
                        Drawing(text, boxes);
                    }
                }
            }
            else
            {
                Drawing(text, boxes);
            }
        }
    }

    private void Field(string? type, WordText text, RunLook look)
    {
        if (type == "begin")
        {
            fields.Push(new StringBuilder());
            instructions++;
            return;
        }
        if (type is not ("separate" or "end") || !fields.TryPop(out var instruction))
        {
            return;
        }
        instructions -= instruction is null ? 0 : 1;
        if (type == "separate")
        {
            fields.Push(null);
        }
        else if (instruction is not null && !InInstruction)
        {
            text.Add(Overlaid(instruction.ToString()), look);
        }
    }

    /// <summary>A sign set over another by the field <c>eq \o\ac(○,3)</c>, which has no result: ③.</summary>
    private static string Overlaid(string instruction)
    {
        var open = instruction.IndexOf('(', StringComparison.Ordinal);
        var comma = instruction.LastIndexOf(',');
        var close = instruction.LastIndexOf(')');
        if (!instruction.Contains(@"\o", StringComparison.Ordinal) || open < 0 || comma < open || close < comma)
        {
            return "";
        }
        var inner = instruction[(comma + 1)..close].Trim();
        return
            instruction.AsSpan(open, comma - open).Contains('○')
            && int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? CountFormats.Write("decimalEnclosedCircle", number)
            : inner;
    }
}
