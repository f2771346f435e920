using PlanIngest.Readers.Pdf;

namespace PlanIngest.Tests.Readers.Pdf;

/// <summary>Tables told by the alignment of their words alone.</summary>
public sealed class UnruledTableTests
{
    private static readonly double[] Columns = [40, 110, 160, 320, 380, 520];

    [Fact]
    public void A_label_in_the_middle_of_its_rows_reaches_over_them()
    {
        var page = Row(PagesFile.Page(), 100, "领域", "序号", "指标", "2020年", "2025年", "属性");
        page = Row(page, 122, "", "1", "人均预期寿命", "78.2", "79.2", "预期性");
        page = Row(page, 144, "", "2", "婴儿死亡率", "3.9", "4.5", "预期性");
        page = page.With("健康", 40, 133);
        page = Row(page, 166, "", "3", "孕产妇管理率", "93.4", "95", "预期性");
        page = Row(page, 188, "服务", "4", "近视率", "—", "每年降低 0.5个百分点", "约束性");
        page = Row(page, 210, "", "5", "接种率", "96.1", "95", "约束性");

        Assert.Equal(
            [
                "T 6×6",
                "领域 | 序号 | 指标 | 2020年 | 2025年 | 属性",
                "健康[2×1] | 1 | 人均预期寿命 | 78.2 | 79.2 | 预期性",
                "2 | 婴儿死亡率 | 3.9 | 4.5 | 预期性",
                "服务[3×1] | 3 | 孕产妇管理率 | 93.4 | 95 | 预期性",
                "4 | 近视率 | — | 每年降低0.5个百分点 | 约束性",
                "5 | 接种率 | 96.1 | 95 | 约束性",
            ],
            DocumentSketch.Of(PagesFile.Compose(page))
        );
    }

    [Fact]
    public void A_label_on_the_first_row_of_its_group_stays_there()
    {
        var page = Row(PagesFile.Page(), 100, "领域", "序号", "指标", "2020年", "2025年", "属性");
        page = Row(page, 122, "健康", "1", "人均预期寿命", "78.2", "79.2", "预期性");
        page = Row(page, 144, "", "2", "婴儿死亡率", "3.9", "4.5", "预期性");
        page = Row(page, 166, "", "3", "孕产妇管理率", "93.4", "95", "预期性");

        Assert.Contains("健康 | 1 | 人均预期寿命 | 78.2 | 79.2 | 预期性", DocumentSketch.Of(PagesFile.Compose(page)));
    }

    [Fact]
    public void A_head_left_on_the_page_before_is_the_tables()
    {
        var above = Row(PagesFile.Page(1), 800, "", "", "指标", "2020年", "2025年", "属性");
        var page = Row(PagesFile.Page(2), 100, "", "", "人均预期寿命", "78.2", "79.2", "预期性");
        page = Row(page, 122, "", "", "婴儿死亡率", "3.9", "4.5", "预期性");
        page = Row(page, 144, "", "", "孕产妇管理率", "93.4", "95", "预期性");

        Assert.Equal(
            ["T 4×4", "指标 | 2020年 | 2025年 | 属性"],
            DocumentSketch.Of(PagesFile.Compose(above, page)).Take(2)
        );
    }

    [Fact]
    public void A_sentence_at_the_end_of_the_page_before_is_no_head()
    {
        var above = PagesFile.Page(1).With("各项指标如期完成，见下表。", 40, 800);
        var page = Row(PagesFile.Page(2), 100, "", "", "人均预期寿命", "78.2", "79.2", "预期性");
        page = Row(page, 122, "", "", "婴儿死亡率", "3.9", "4.5", "预期性");
        page = Row(page, 144, "", "", "孕产妇管理率", "93.4", "95", "预期性");

        Assert.Equal(
            ["P 各项指标如期完成，见下表。", "T 3×4"],
            DocumentSketch.Of(PagesFile.Compose(above, page)).Take(2)
        );
    }

    [Fact]
    public void A_head_of_two_levels_is_put_together_by_what_stands_over_what()
    {
        var page = PagesFile.Page().With("项目", 40, 100).With("建设规模", 240, 100);
        page = page.With("类别", 40, 126).With("名称", 110, 126).With("2023年", 240, 126).With("2025年", 320, 126);
        page = page.With("农田", 40, 152).With("高标准", 110, 152).With("24", 240, 152).With("44", 320, 152);
        page = page.With("仓储", 40, 178).With("冷藏库", 110, 178).With("3.2", 240, 178).With("5", 320, 178);
        page = page.With("节水", 40, 204).With("高效", 110, 204).With("6", 240, 204).With("12.5", 320, 204);

        Assert.Equal(
            ["项目[1×2] | 建设规模[1×2]", "类别 | 名称 | 2023年 | 2025年"],
            DocumentSketch.Of(PagesFile.Compose(page)).Skip(1).Take(2)
        );
    }

    private static PdfPage Row(PdfPage page, double y, params string[] words)
    {
        for (var column = 0; column < words.Length; column++)
        {
            var x = Columns[column];
            foreach (var word in words[column].Split(' '))
            {
                page = word.Length == 0 ? page : page.With(word, x, y);
                x += word.Sum(c => WordText.IsWide(c) ? 12 : 6) + 4;
            }
        }
        return page;
    }
}
