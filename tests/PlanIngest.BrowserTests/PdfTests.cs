using System.Text.Json;

namespace PlanIngest.BrowserTests;

/// <summary>The printed pages of a PDF, drawn in the browser, with the values marked where they stand.</summary>
public sealed class PdfTests : IDisposable
{
    private readonly RunningHost host = new(Samples.Write);
    private readonly JsonElement records;

    public PdfTests() =>
        records = JsonDocument.Parse(host.WaitForOutput(Samples.PdfPath)).RootElement.GetProperty("records");

    public void Dispose() => host.Dispose();

    [ChromiumFact]
    public void Every_value_is_marked_on_the_page_where_its_words_are_printed()
    {
        using var browser = Open();
        var checkedCells = 0;
        foreach (var record in records.EnumerateArray())
        {
            var id = record.GetProperty("id").GetString()!;
            browser.Find("#i-" + id + " .pick").Click();
            Browser.WaitFor(() => browser.All(".sheet mark.lit[data-r~='" + id + "']").Count > 0, id + " lit");
            foreach (var seen in record.GetProperty("observations").EnumerateArray())
            {
                var source = seen.GetProperty("source");
                var box = source.GetProperty("bbox").EnumerateArray().Select(side => side.GetDouble()).ToArray();
                // The marks of the record within the box of the words' cell or paragraph: how much of it they fill,
                // and the darkest and lightest of what is printed under them.
                var (marks, width, ink) = Marked(browser, id, source.GetProperty("page").GetInt32(), box);
                Assert.True(marks > 0, $"{id} {seen.GetProperty("raw")}: no mark in its box");
                Assert.True(ink, $"{id} {seen.GetProperty("raw")}: nothing is printed under its mark");
                if (record.GetProperty("origin").GetString() == "prose")
                {
                    Assert.True(width < 0.9 * (box[2] - box[0]), $"{id}: the whole paragraph is marked");
                }
                checkedCells++;
            }
        }
        Assert.True(checkedCells > 30);
        Assert.Empty(browser.All(".sheet mark.area"));
        Assert.Empty(browser.Complaints());
    }

    [ChromiumFact]
    public void A_click_on_a_mark_opens_its_record_and_one_key_shows_the_text()
    {
        using var browser = Open();
        var mark = browser.Find(".sheet mark");
        var id = mark.GetAttribute("data-r")!.Split(' ')[0];
        mark.Click();
        Browser.WaitFor(() => browser.All("#card .card[data-r='" + id + "']").Count == 1, "its card");
        Assert.Contains(
            "lit",
            browser.Find(".sheet mark[data-r~='" + id + "']").GetAttribute("class")!,
            StringComparison.Ordinal
        );
        browser.Press("w");
        Browser.WaitFor(() => browser.All(".sheet i.reason").Count > 0, "the reasons lit on the page");
        browser.Press("v");
        Browser.WaitFor(() => browser.Find("#text").Displayed && !browser.Find("#pages").Displayed, "the text");
        Browser.WaitFor(() => browser.All("#text mark.lit").Count > 0, "lit there too");
        browser.Press("a");
        Browser.WaitFor(() => browser.Text("#done") == "1", "accepted");
        browser.Press("v");
        Browser.WaitFor(() => browser.All(".sheet mark.accepted").Count > 0, "its mark on the page says so");
    }

    [ChromiumFact]
    public void A_file_that_is_no_PDF_inside_is_shown_as_the_text_there_is()
    {
        File.WriteAllText(Path.Combine(host.Corpus, "broken.pdf"), "%PDF-1.7\nnothing more");
        host.WaitForOutput("broken.pdf");
        using var browser = new Browser(host.Address);
        browser.Name("李");
        browser.Open("/d/broken.pdf");
        Browser.WaitFor(() => browser.Find("#text").Displayed || !browser.Find("#pages").Displayed, "the text");
    }

    private static (int Marks, double Width, bool Ink) Marked(Browser browser, string id, int page, double[] box)
    {
        var found = browser.Script<IReadOnlyDictionary<string, object>>(
            """
            const [id, page, box] = arguments;
            const sheet = document.querySelectorAll(".sheet")[page - 1];
            const canvas = sheet.querySelector("canvas");
            const scale = sheet.clientWidth / parseFloat(sheet.style.aspectRatio);
            const brush = canvas.getContext("2d");
            const marks = [...sheet.querySelectorAll("mark")].filter(mark => mark.dataset.r.split(" ").includes(id)).filter(mark => {
              const x = (mark.offsetLeft + mark.offsetWidth / 2) / scale, y = (mark.offsetTop + mark.offsetHeight / 2) / scale;
              return x > box[0] - 2 && x < box[2] + 2 && y > box[1] - 2 && y < box[3] + 2;
            });
            const inked = mark => {
              const zoom = canvas.width / sheet.clientWidth;
              const { data } = brush.getImageData(mark.offsetLeft * zoom, mark.offsetTop * zoom, Math.max(1, mark.offsetWidth * zoom), Math.max(1, mark.offsetHeight * zoom));
              return data.some((value, at) => at % 4 === 0 && value < 120);
            };
            return {
              marks: marks.length,
              width: Math.max(0, ...marks.map(mark => mark.offsetWidth / scale)),
              ink: marks.length > 0 && marks.every(inked),
            };
            """,
            id,
            page,
            box
        );
        return (
            Convert.ToInt32(found["marks"], System.Globalization.CultureInfo.InvariantCulture),
            Convert.ToDouble(found["width"], System.Globalization.CultureInfo.InvariantCulture),
            (bool)found["ink"]
        );
    }

    private Browser Open()
    {
        var browser = new Browser(host.Address);
        browser.Name("李");
        browser.Open("/d/" + Samples.PdfPath);
        Browser.WaitFor(() => browser.All(".sheet mark").Count > 0, "the first page with its marks");
        return browser;
    }
}
