using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Readers.Spreadsheets;

namespace PlanIngest.Tests.Readers.Spreadsheets;

/// <summary>A workbook made of the inside of its parts, and what is read from it.</summary>
internal sealed record XlsxFile(params string[] Sheets)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>Formats of the cell styles, from style 1 on; style 0 has none.</summary>
    public string[] Formats { get; init; } = [];
    public string Strings { get; init; } = "";
    public string SheetState { get; init; } = "visible";
    public string Properties { get; init; } = "";

    public Document Read(ReaderLimits? limits = null) => Read(Bytes(), limits);

    public static Document Read(byte[] bytes, ReaderLimits? limits = null) =>
        new XlsxReader().Read(new SourceFile("plan.xlsx", bytes), limits ?? ReaderLimits.Default);

    /// <summary>Rows of texts, and of numbers where they look like one; an empty text is no cell.</summary>
    public static string Rows(params string[][] rows) =>
        "<sheetData>" + string.Concat(rows.Select((row, at) => Row(at + 1, row))) + "</sheetData>";

    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, at) => Cell($"{(char)('A' + at)}{number}", cell)))}</row>";

    public static string Cell(string at, string value, int style = 0) =>
        value.Length == 0 ? ""
        : double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? $"<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>"
        : $"<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is><t>{value}</t></is></c>";

    public byte[] Bytes()
    {
        var formats = Formats.Select((format, at) => $"<numFmt numFmtId=\"{200 + at}\" formatCode=\"{format}\"/>");
        var styles = Formats.Select((_, at) => $"<xf numFmtId=\"{200 + at}\"/>");
        var list = Sheets.Select((_, at) => (Name: $"表{at + 1}", Id: $"s{at + 1}"));
        return ZipFile.Of([
            ("_rels/.rels", Utf8(Relationship("m", "officeDocument", "xl/workbook.xml"))),
            (
                "xl/_rels/workbook.xml.rels",
                Utf8(
                    Relationship("st", "styles", "styles.xml")
                        + Relationship("ss", "sharedStrings", "sharedStrings.xml")
                        + string.Concat(list.Select(sheet => Relationship(sheet.Id, "worksheet", $"{sheet.Id}.xml")))
                )
            ),
            (
                "xl/workbook.xml",
                Utf8(
                    Part(
                        "workbook",
                        Properties
                            + "<sheets>"
                            + string.Concat(
                                list.Select(sheet =>
                                    $"<sheet name=\"{sheet.Name}\" r:id=\"{sheet.Id}\" state=\"{SheetState}\"/>"
                                )
                            )
                            + "</sheets>"
                    )
                )
            ),
            (
                "xl/styles.xml",
                Utf8(
                    Part(
                        "styleSheet",
                        $"<numFmts>{string.Concat(formats)}</numFmts><cellXfs><xf numFmtId=\"0\"/>{string.Concat(styles)}</cellXfs>"
                    )
                )
            ),
            ("xl/sharedStrings.xml", Utf8(Part("sst", Strings))),
            .. Sheets.Select((sheet, at) => ($"xl/s{at + 1}.xml", Utf8(Part("worksheet", sheet)))),
        ]);
    }

    private static byte[] Utf8(string text) =>
        System.Text.Encoding.UTF8.GetBytes(
            text.StartsWith("<Relationship ", StringComparison.Ordinal)
                ? $"<Relationships xmlns=\"{Relations}\">{text}</Relationships>"
                : text
        );

    private static string Part(string root, string inside) =>
        $"<{root} xmlns=\"{Main}\" xmlns:r=\"urn:r\">{inside}</{root}>";

    private static string Relationship(string id, string kind, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{Kinds}{kind}\" Target=\"{target}\"/>";
}
