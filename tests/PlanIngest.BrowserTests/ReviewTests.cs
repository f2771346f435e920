using System.Globalization;
using OpenQA.Selenium;

namespace PlanIngest.BrowserTests;

/// <summary>What a reviewer does, in a real browser against the real service.</summary>
public sealed class ReviewTests : IDisposable
{
    private readonly RunningHost host = new(Samples.Write);
    private readonly string document = "/d/" + Samples.PlanPath;

    public ReviewTests() => host.WaitForOutput(Samples.PlanPath);

    public void Dispose() => host.Dispose();

    [ChromiumFact]
    public void A_file_dropped_on_the_page_is_listed_with_its_records()
    {
        using var browser = Reviewer("李");
        browser.Run(
            """
            const dragged = new DataTransfer();
            dragged.items.add(new File([arguments[0]], "北河规划.txt"));
            document.getElementById("drop").dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer: dragged }));
            """,
            Samples.Plan.Replace("东岭", "北河", StringComparison.Ordinal)
        );
        Browser.WaitFor(
            () => browser.Text("main").Contains("北河规划.txt", StringComparison.Ordinal),
            "the new document is listed"
        );
        Browser.WaitFor(() => browser.All("tbody tr").Count == 1, "found by its name");
        Assert.Contains("北河市", browser.Text("tbody tr"), StringComparison.Ordinal);
        Assert.Empty(browser.Complaints());
    }

    [ChromiumFact]
    public void A_document_is_reviewed_by_keyboard_alone_and_all_of_it_is_still_there_after_reading_again()
    {
        using var browser = Reviewer("李");
        browser.Open(document);
        browser.Press("j");
        var accepted = Current(browser);
        browser.Press("a");
        WaitForStatus(browser, accepted, "accepted");
        Browser.WaitFor(() => Current(browser) is { Length: > 0 } id && id != accepted, "the next doubtful record");
        var rejected = Current(browser);
        browser.Press("x");
        WaitForStatus(browser, rejected, "rejected");
        Browser.WaitFor(
            () => Current(browser) is { Length: > 0 } id && id != rejected && id != accepted,
            "the next again"
        );
        var corrected = Current(browser);
        browser.Press("e");
        browser.Press("≥33%" + Keys.Enter);
        WaitForStatus(browser, corrected, "corrected");
        var quote = browser.Text("#card blockquote");

        host.WaitForOutput(Samples.PlanPath, "\"status\": \"rejected\"");
        File.AppendAllText(Path.Combine(host.Corpus, Samples.PlanPath), "\n附件：名词解释。\n");
        host.WaitForOutput(Samples.PlanPath, "\"status\": \"corrected\"");
        browser.Open("/");
        browser.Open(document + "#" + corrected);
        Browser.WaitFor(() => browser.All("#card blockquote").Count > 0, "the corrected record again");
        Assert.Equal(quote, browser.Text("#card blockquote"));
        Assert.Equal("≥33%", browser.Find("#card [data-field=quantity]").GetAttribute("value"));
        Assert.NotEmpty(browser.All("mark.lit"));
        Assert.Equal("accepted", Status(browser, accepted));
        Assert.Equal("rejected", Status(browser, rejected));
        Assert.Equal("3", browser.Text("#done"));
        Assert.Empty(browser.Complaints());
    }

    [ChromiumFact]
    public void An_action_is_undone_by_one_key()
    {
        using var browser = Reviewer("李");
        browser.Open(document);
        browser.Press("j");
        var id = Current(browser);
        browser.Press("x");
        WaitForStatus(browser, id, "rejected");
        browser.Press("u");
        WaitForStatus(browser, id, "open");
    }

    [ChromiumFact]
    public void By_mouse_a_value_lights_its_record_and_a_record_its_values()
    {
        using var browser = Reviewer("李");
        browser.Open(document);
        browser.Find("mark[data-r]").Click();
        var id = Current(browser);
        Assert.Contains("current", browser.Find("#i-" + id).GetAttribute("class")!, StringComparison.Ordinal);
        browser.All("#list .pick")[^1].Click();
        Browser.WaitFor(() => Current(browser) != id, "another record");
        Assert.All(
            browser.All("mark.lit"),
            mark => Assert.Contains(Current(browser), mark.GetAttribute("data-r")!, StringComparison.Ordinal)
        );
        browser.Find("[data-do=accept]").Click();
        Browser.WaitFor(() => browser.Text("#done") == "1", "accepted by mouse");
        Browser.WaitFor(() => Status(browser, Current(browser)) == "open", "the next to look at");
        var refused = Current(browser);
        browser.Find("[data-do=reject]").Click();
        WaitForStatus(browser, refused, "rejected");
        Browser.WaitFor(() => Status(browser, Current(browser)) == "open", "the next again");
        var changed = Current(browser);
        Retype(browser, "#card [data-field=quantity]", "≥33%");
        WaitForStatus(browser, changed, "corrected");
        Browser.WaitFor(() => browser.All("#card .card.corrected").Count == 1, "its card");
        browser.Find("[data-do=undo]").Click();
        WaitForStatus(browser, changed, "open");
    }

    [ChromiumFact]
    public void A_typed_quantity_is_seen_parsed_and_what_is_none_is_refused()
    {
        using var browser = Reviewer("Li", "en-US");
        browser.Open(document);
        browser.Press("j");
        Current(browser);
        browser.Press("e");
        browser.Press("2~3年");
        Browser.WaitFor(
            () => browser.Text("#card .parsed").Contains("range", StringComparison.Ordinal),
            "the parts of the range"
        );
        browser.Press("oops");
        Browser.WaitFor(() => browser.All("#card .parsed.bad").Count == 1, "that it is not understood");
    }

    [ChromiumFact]
    public void A_record_is_added_over_words_selected_by_mouse()
    {
        using var browser = Reviewer("李");
        browser.Open(document);
        var ends = browser
            .Script<IReadOnlyCollection<object>>(
                """
                const walker = document.createTreeWalker(document.querySelector(".source"), NodeFilter.SHOW_TEXT);
                let text = walker.nextNode();
                while (!text.data.includes("高血压")) { text = walker.nextNode(); }
                text.parentElement.scrollIntoView({ block: "center" });
                const range = document.createRange();
                range.setStart(text, text.data.indexOf("高血压"));
                range.setEndAfter(text.parentElement.lastChild);
                const [first] = range.getClientRects(), last = [...range.getClientRects()].at(-1);
                return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2].map(Math.round);
                """
            )
            .Select(one => Convert.ToInt32(one, CultureInfo.InvariantCulture))
            .ToList();
        browser.Drag(ends[0], ends[1], ends[2], ends[3]);
        browser.Find("#add-here").Click();
        Assert.StartsWith("高血压患者", browser.Find("#add-words").GetAttribute("value"), StringComparison.Ordinal);
        Fill(browser, "#add-name", "高血压患者管理率");
        Fill(browser, "#add-raw", "70%以上");
        Fill(browser, "#add-period", "2025");
        browser.Find("#add button[value=yes]").Click();
        WaitForAdded(browser);
        browser.Find("#card [data-do=undo]").Click();
        Browser.WaitFor(() => browser.All("#list li.added").Count == 0, "undone by mouse");
    }

    [ChromiumFact]
    public void By_keyboard_a_record_is_added_over_words_typed()
    {
        using var browser = Reviewer("李");
        browser.Open(document);
        browser.Press("n");
        browser.Press("高血压患者规范管理率达到70%以上");
        Assert.Equal("高血压患者规范管理率", browser.Find("#add-name").GetAttribute("value"));
        browser.Press(Keys.Tab);
        browser.Press("高血压患者管理率" + Keys.Tab + "70%以上" + Keys.Enter);
        WaitForAdded(browser);
        browser.Press("u");
        Browser.WaitFor(() => browser.All("#list li.added").Count == 0, "undone by keyboard");
    }

    private void WaitForAdded(Browser browser)
    {
        Browser.WaitFor(() => browser.All("#list li.added").Count == 1, "the added record");
        Browser.WaitFor(() => browser.All("#card .card.added").Count == 1, "its card");
        Assert.Equal("高血压患者管理率", browser.Text("#card h2"));
        Assert.Equal("≥70%", browser.Find("#card [data-field=quantity]").GetAttribute("value"));
        Assert.NotEmpty(browser.All("mark.lit"));
        host.WaitForOutput(Samples.PlanPath, "\"status\": \"added\"");
    }

    [ChromiumFact]
    public void All_that_a_filter_shows_is_accepted_after_a_count_and_undone_at_once()
    {
        using var browser = Reviewer("李");
        browser.Open(document);
        browser.Run(
            "document.querySelector('[name=origin]').value = 'table'; document.getElementById('filters').dispatchEvent(new Event('input'))"
        );
        var shown = int.Parse(browser.Text("#shown"), CultureInfo.InvariantCulture);
        Assert.InRange(shown, 3, 20);
        browser.Find("#accept-all").Click();
        Assert.Equal(browser.Text("#shown"), browser.Text("#sure-count"));
        browser.Find("#sure button[value=yes]").Click();
        Browser.WaitFor(
            () => browser.Text("#done") == browser.Text("#sure-count") || browser.Text("#done") == $"{shown}",
            "all accepted"
        );
        browser.Run("document.activeElement.blur()");
        browser.Press("u");
        Browser.WaitFor(() => browser.Text("#done") == "0", "one undo for all");
    }

    [ChromiumFact]
    public void Of_two_reviewers_at_once_the_second_is_shown_what_the_first_did()
    {
        using var first = Reviewer("李");
        using var second = Reviewer("王");
        first.Open(document);
        first.Press("j");
        var id = Current(first);
        second.Open(document + "#" + id);
        Browser.WaitFor(() => Current(second) == id, "the same record");
        first.Press("x");
        WaitForStatus(first, id, "rejected");
        second.Press("a");
        Browser.WaitFor(() => second.All("#card .card.rejected").Count == 1, "what the other did");
        Assert.Contains("李", second.Text("#card .status"), StringComparison.Ordinal);
        Assert.Single(File.ReadAllLines(Path.Combine(host.Corpus, "_corrections", Samples.PlanPath + ".jsonl")));
    }

    [ChromiumFact]
    public void A_conflict_is_decided_by_naming_the_preferred_record()
    {
        using var browser = Reviewer("李");
        browser.Open(document);
        browser.Find("#for-conflicts").Click();
        Assert.Equal(2, browser.All(".conflict .side").Count);
        browser.Find(".conflict [data-do=prefer]").Click();
        Browser.WaitFor(() => browser.All(".side.preferred").Count == 1, "the decision");
        host.WaitForOutput(Samples.PlanPath, "\"resolution\"");
    }

    [ChromiumFact]
    public void The_documents_own_fields_are_mended_and_what_is_inferred_from_them_follows()
    {
        using var browser = Reviewer("李");
        browser.Open(document);
        browser.Find("#for-document").Click();
        Retype(browser, "#tab-document [data-field=region]", "东岭新区");
        Browser.WaitFor(
            () => browser.Text(".bar .where").Contains("东岭新区", StringComparison.Ordinal),
            "the region in its place"
        );
        Assert.Contains("东岭市", browser.Text("#tab-document .machine"), StringComparison.Ordinal);
        browser.Find("#tab-document .history summary").Click();
        browser.Find("#tab-document .history [data-do=undo-line]").Click();
        Browser.WaitFor(
            () => !browser.Text(".bar .where").Contains("东岭新区", StringComparison.Ordinal),
            "the machine's again"
        );
        Retype(browser, "#tab-document [data-field=planPeriod]", "三年行动");
        Browser.WaitFor(() => browser.Text("#say").Contains("三年行动", StringComparison.Ordinal), "what does not fit");
        Assert.Contains("十四五", browser.Text(".bar .where"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void A_new_version_opens_on_what_changed_and_what_was_accepted_stays_so()
    {
        using var browser = Reviewer("李");
        browser.Open(document);
        browser.Press("j");
        var id = Current(browser);
        browser.Press("a");
        WaitForStatus(browser, id, "accepted");
        host.WaitForOutput(Samples.PlanPath, "\"status\": \"accepted\"");
        browser.Open("/records");
        File.WriteAllText(
            Path.Combine(host.Corpus, Samples.PlanPath),
            Samples.Plan.Replace("| 79.5 |", "| 80.1 |", StringComparison.Ordinal)
        );
        host.WaitForOutput(Samples.PlanPath, "80.1");
        Browser.WaitFor(
            () =>
            {
                browser.Open(document);
                return browser.All("#tab-changes:not([hidden]) tbody tr").Count == 1;
            },
            "the change"
        );
        Assert.Contains("79.5", browser.Text("#tab-changes"), StringComparison.Ordinal);
        Assert.Contains("80.1", browser.Text("#tab-changes"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void A_hostile_document_is_shown_as_words()
    {
        host.WaitForOutput(Samples.HostilePath);
        using var browser = Reviewer("<b>李</b><script>window.stolen=6</script>");
        foreach (
            var page in (string[])
                [
                    "/",
                    "/d/" + Samples.HostilePath,
                    "/records?search=%3Cscript%3E",
                    "/d/%3Cscript%3Ewindow.stolen=7%3C/script%3E.txt",
                ]
        )
        {
            browser.Open(page);
            Assert.Null(browser.Script<object?>("return window.stolen ?? null"));
            Assert.Empty(browser.All("main script, main img, main svg, .who b"));
        }
        browser.Open("/d/" + Samples.HostilePath);
        foreach (var item in browser.All("#list .pick").Take(3))
        {
            item.Click();
            Browser.WaitFor(() => browser.All("#card .card").Count == 1, "its card");
        }
        Assert.Null(browser.Script<object?>("return window.stolen ?? null"));
        Assert.Contains("<script>", browser.Text(".source"), StringComparison.Ordinal);
    }

    private static void Fill(Browser browser, string selector, string text)
    {
        browser.Find(selector).Clear();
        browser.Find(selector).SendKeys(text);
    }

    /// <summary>As a person does who goes over what stands there: one change, not two.</summary>
    private static void Retype(Browser browser, string selector, string text)
    {
        browser.Run("document.querySelector(arguments[0]).select()", selector);
        browser.Press(text + Keys.Enter);
    }

    private static string Current(Browser browser) => browser.Find("#card .card").GetAttribute("data-r")!;

    private static string Status(Browser browser, string id) => browser.Find("#i-" + id).GetAttribute("data-status")!;

    private static void WaitForStatus(Browser browser, string id, string status) =>
        Browser.WaitFor(() => Status(browser, id) == status, $"{id} {status}");

    private Browser Reviewer(string name, string language = "zh-CN")
    {
        var browser = new Browser(host.Address, language);
        browser.Name(name);
        return browser;
    }
}
