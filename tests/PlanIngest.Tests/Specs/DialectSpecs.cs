using PlanIngest.Model;
using PlanIngest.Tests.Readers;

namespace PlanIngest.Tests.Specs;

public class DialectSpecs
{
    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in SpecTable.Rows("dialects.md"))
            {
                data.Add(row[0], row[1], row[2]);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Text_holds_the_grid(string name, string text, string grid)
    {
        Assert.NotEmpty(name);
        var written = text.Replace('⏎', '\n').Replace('⇥', '\t').Replace('¦', '|').Replace('␣', ' ');
        var document = Reading.Of("x.txt", written);
        var table = document.Blocks.OfType<Table>().FirstOrDefault();
        Assert.Equal(grid, table is null ? "none" : GridPicture.Of(document, table));
    }
}
