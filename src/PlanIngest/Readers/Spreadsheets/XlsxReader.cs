using PlanIngest.Model;
using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Reads <c>.xlsx</c> and <c>.xlsm</c>, both dialects: every visible sheet as it is shown.</summary>
public sealed class XlsxReader : IDocumentReader
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public IReadOnlyList<string> Extensions => [".xlsx", ".xlsm"];

    public Document Read(SourceFile file, ReaderLimits limits) =>
        OfficeFile.Read(
            file,
            limits,
            MediaType,
            "xl/workbook.xml",
            (package, main, part) =>
                ReadWorkbook(new WorkbookWriter(DocumentBuilder.Composing(file), limits), package, main, part, limits)
        );

    private static Document ReadWorkbook(
        WorkbookWriter writer,
        Package package,
        string main,
        PartReader part,
        ReaderLimits limits
    )
    {
        var (list, from1904) = ReadList(part);
        var relations = package.Relations(main);
        PartReader? Related(string kind) =>
            relations.Values.FirstOrDefault(relation => relation.Kind == kind) is { } relation
                ? package.Part(relation.Target)
                : null;

        using var strings = Related("sharedStrings");
        using var styles = Related("styles");
        var workbook = new Workbook(Strings(strings), new WorkbookStyles(styles), from1904);
        foreach (var sheet in list)
        {
            // Charts and dialogs are sheets too, of another kind.
            if (relations.GetValueOrDefault(sheet.Relation ?? "") is not { Kind: "worksheet" } relation)
            {
                continue;
            }
            if (sheet.IsHidden)
            {
                writer.Hidden(sheet.Name);
                continue;
            }
            using var worksheet = package.Part(relation.Target);
            if (worksheet is not null)
            {
                writer.Write(new WorksheetReader(sheet.Name, workbook, limits).Read(worksheet));
            }
        }
        return writer.Build(MediaType);
    }

    private static (List<SheetRef> Sheets, bool From1904) ReadList(PartReader part)
    {
        var sheets = new List<SheetRef>();
        var from1904 = false;
        foreach (var name in part.Root())
        {
            if (name == "workbookPr")
            {
                from1904 = part.Attribute("date1904") is not null && part.Switch("date1904");
            }
            else if (name == "sheets")
            {
                foreach (var _ in part.Children())
                {
                    var isHidden = part.Attribute("state") is "hidden" or "veryHidden";
                    sheets.Add(new SheetRef(part.Attribute("name") ?? "", part.Attribute("id"), isHidden));
                }
            }
        }
        return (sheets, from1904);
    }

    private static List<string> Strings(PartReader? part)
    {
        var strings = new List<string>();
        foreach (var name in part?.Root() ?? [])
        {
            if (name == "si")
            {
                strings.Add(SheetText.Read(part!));
            }
        }
        return strings;
    }
}
