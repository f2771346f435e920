using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Host.Review.Pages;

/// <summary>The document's own fields, mended in place like a record's: what is inferred from them follows.</summary>
public static class DocumentForm
{
    public static void Write(HtmlWriter html, ReviewedDocument document, PageWords words)
    {
        var (head, machine) = (document.Extraction.Head, document.Machine.MachineHead);
        html.Write($"<div class=\"fields document\">");
        foreach (var field in CorrectionFields.OfDocument)
        {
            html.Write($"<label>{words.Of("field", field)}");
            if (field == "kind")
            {
                WriteKinds(html, head.Kind, words);
            }
            else
            {
                html.Write(
                    $"<input data-field=\"{field}\" value=\"{Show(head, field)}\" placeholder=\"{Example(field, words)}\" autocomplete=\"off\">"
                );
            }
            if (CorrectionFields.Json(head, field) != CorrectionFields.Json(machine, field))
            {
                html.Write(
                    $"<small class=\"machine\">{words["machine read"]} {(field == "kind" ? KindOf(machine.Kind, words) : Show(machine, field))}</small>"
                );
            }
            html.Write($"</label>");
        }
        html.Write($"</div>");
        RecordView.WriteHistory(html, document, Correction.OfDocument, words);
    }

    private static void WriteKinds(HtmlWriter html, DocumentKind current, PageWords words)
    {
        html.Write($"<select data-field=\"kind\">");
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            RecordView.Option(html, ContractValues.Word(kind), KindOf(kind, words), kind == current);
        }
        html.Write($"</select>");
    }

    private static string KindOf(DocumentKind kind, PageWords words) => words.Of("kind", ContractValues.Word(kind));

    private static string Example(string field, PageWords words) =>
        field switch
        {
            "planPeriod" => words["plan period example"],
            "issuedOn" => words["date example"],
            _ => "",
        };

    private static string? Show(DocumentHead head, string field) =>
        field switch
        {
            "title" => head.Title,
            "documentNumber" => head.DocumentNumber,
            "issuer" => head.Issuer,
            "issuedOn" => head.IssuedOn?.ToString(),
            "region" => head.Region,
            _ => TypedPlan.Show(head.PlanPeriod),
        };
}
