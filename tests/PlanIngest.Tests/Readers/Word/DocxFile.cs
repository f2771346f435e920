using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Readers.Word;

namespace PlanIngest.Tests.Readers.Word;

/// <summary>A Word file made of the inside of its parts, and what is read from it.</summary>
internal sealed record DocxFile(string Body)
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string StrictKinds = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    public string Styles { get; init; } = "";
    public string Numbering { get; init; } = "";
    public string Footnotes { get; init; } = "";
    public bool IsStrict { get; init; }

    public Document Read(ReaderLimits? limits = null) => Read(Bytes(), limits);

    public static Document Read(byte[] bytes, ReaderLimits? limits = null) =>
        new WordReader().Read(new SourceFile("plan.docx", bytes), limits ?? ReaderLimits.Default);

    public byte[] Bytes()
    {
        var kinds = IsStrict ? StrictKinds : Kinds;
        return ZipFile.Of(
            ("_rels/.rels", Relationships((kinds + "officeDocument", "word/document.xml"))),
            (
                "word/_rels/document.xml.rels",
                Relationships(
                    (kinds + "styles", "styles.xml"),
                    (kinds + "numbering", "numbering.xml"),
                    (kinds + "footnotes", "/word/footnotes.xml")
                )
            ),
            ("word/document.xml", Part("document", $"<w:body>{Body}</w:body>")),
            ("word/styles.xml", Part("styles", Styles)),
            ("word/numbering.xml", Part("numbering", Numbering)),
            ("word/footnotes.xml", Part("footnotes", Footnotes))
        );
    }

    /// <summary>A paragraph of one run.</summary>
    public static string P(string words, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>";

    /// <summary>A cell of one paragraph.</summary>
    public static string Cell(string words, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(words)}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Table(params string[] rows) => $"<w:tbl>{string.Concat(rows)}</w:tbl>";

    private string Part(string root, string inside)
    {
        var main = IsStrict ? Strict : Transitional;
        return $"<?xml version=\"1.0\"?><w:{root} xmlns:w=\"{main}\" xmlns:mc=\"urn:mc\" xmlns:v=\"urn:v\" xmlns:wps=\"urn:wps\" "
            + $"xmlns:m=\"urn:m\">{inside}</w:{root}>";
    }

    private static string Relationships(params (string Kind, string Target)[] relations) =>
        $"<Relationships xmlns=\"{Relations}\">"
        + string.Concat(
            relations.Select(
                (relation, at) => $"<Relationship Id=\"r{at}\" Type=\"{relation.Kind}\" Target=\"{relation.Target}\"/>"
            )
        )
        + "</Relationships>";
}
