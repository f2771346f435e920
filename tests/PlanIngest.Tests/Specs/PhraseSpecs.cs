using System.Globalization;
using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Tests.Specs;

public class PhraseSpecs
{
    public static TheoryData<string, string> Sentences => SpecTable.Pairs("phrases.md");
    public static TheoryData<string, string> Cells => SpecTable.Pairs("cells.md");

    public static TheoryData<string, string, string> PrintedUnits
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in SpecTable.Rows("units.md"))
            {
                data.Add(row[0], row[1], row[2]);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Sentence_states_its_quantities_where_they_stand(string sentence, string expected)
    {
        var text = sentence.Replace("【", "", StringComparison.Ordinal).Replace("】", "", StringComparison.Ordinal);
        var found = QuantityReader.FindAll(text, new Span(0, text.Length));
        Assert.Equal(expected, QuantityWords.Of(found));
        if (expected != "-")
        {
            Assert.Equal(sentence, Marked(text, found));
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Cell_states_its_quantities(string cell, string expected) =>
        Assert.Equal(expected, QuantityWords.Of(QuantityReader.ReadCell(cell, new Span(0, cell.Length))));

    [Theory]
    [MemberData(nameof(PrintedUnits))]
    public void Unit_has_its_base_and_multiplier(string printed, string unit, string multiplier)
    {
        var read = QuantityReader.ReadUnit(printed);
        Assert.Equal(unit, read?.Unit ?? "-");
        Assert.Equal(multiplier, read?.Multiplier.ToString(CultureInfo.InvariantCulture) ?? "-");
    }

    private static string Marked(string text, IReadOnlyList<QuantityMention> found)
    {
        foreach (var mention in found.Reverse())
        {
            text = text.Insert(mention.Span.End, "】").Insert(mention.Span.Start, "【");
        }
        return text;
    }
}
