using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Tests.Readers;

public class HtmlReaderTests
{
    private static string[] Words(string html)
    {
        var document = Reading.Of("x.html", html);
        return [.. document.Blocks.Select(block => document.Read(block.Span))];
    }

    [Fact]
    public void Frame_of_a_page_is_left_out_and_the_article_kept()
    {
        const string html = """
            <html><head><title>门户</title><style>p{}</style></head><body>
            <div class="top-nav"><a href="/">首页</a> <a href="/a">公开</a> <a href="/b">服务</a></div>
            <div>当前位置：首页 > 规划</div>
            <h1>甲市“十四五”规划</h1>
            <div id="share_box">分享到微信</div>
            <p>字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a></p>
            <div class="content"><p>到2025年，床位达到<span>7</span><span>.5</span>张。</p>
            <p style="display: none">看不见的字</p>
            <p>　　人均预期&nbsp;&nbsp;&nbsp;寿命提高<br>到80岁，力争达到全国平均水平，健康水平进一步提高。</p></div>
            <p>【打印】【关闭】</p><script>var a = "<p>脚本</p>";</script>
            </body></html>
            """;
        Assert.Equal(
            [
                "甲市“十四五”规划",
                "到2025年，床位达到7.5张。",
                "人均预期 寿命提高",
                "到80岁，力争达到全国平均水平，健康水平进一步提高。",
            ],
            Words(html)
        );
    }

    [Fact]
    public void Data_table_inside_layout_tables_is_the_table()
    {
        const string html = """
            <table width="900"><tr><td><p>说明文字一段。</p>
            <table border="1"><caption>主要指标</caption>
            <tr><th rowspan="2">指标</th><th colspan="2">目标</th></tr><tr><th>2020年</th><th>2025年</th></tr>
            <tr><td>绿地<br>面积（m<sup>2</sup>）</td><td></td><td>&ge;5</td></tr></table></td></tr></table>
            """;
        var document = Reading.Of("x.html", html);
        var table = Assert.Single(document.Blocks.OfType<Table>());
        Assert.Equal("指标^2x1‖目标^1x2⏎2020年‖2025年⏎绿地⏎面积（m²）‖∅‖≥5", GridPicture.Of(document, table));
        Assert.Equal("主要指标", document.Read(table.Caption!.Value));
        Assert.Equal([0, 1], table.Cells.Where(cell => cell.Header).Select(cell => cell.Row).Distinct());
        Assert.Equal("说明文字一段。", document.Read(document.Blocks[0].Span));
    }

    [Fact]
    public void Labels_and_values_of_a_frame_are_lines_not_a_table()
    {
        const string html =
            "<table><tr><td>发文机关：</td><td>甲市政府</td><td>成文日期：</td><td>2021年3月1日</td></tr>"
            + "<tr><td>标　　题：</td><td colspan='3'>关于印发规划的通知</td></tr></table>";
        Assert.Equal(["发文机关： 甲市政府", "成文日期： 2021年3月1日", "标　　题： 关于印发规划的通知"], Words(html));
    }

    [Fact]
    public void Table_that_is_only_paragraphs_is_found_beside_a_real_one()
    {
        string[] cells = ["指标", "单位", "2025年", "床位", "张", "7.5", "医师", "人", "3.6", "护士", "人", "4.6"];
        var html =
            "<table border=1><tr><td>项目</td><td>数量</td></tr><tr><td>医院</td><td>12</td></tr></table>"
            + "<p>以下为规划目标，到2025年全部实现。</p>"
            + string.Concat(cells.Select(cell => $"<p>{cell}</p>"));
        var document = Reading.Of("x.html", html);
        Assert.Equal(
            ["项目‖数量⏎医院‖12", "指标‖单位‖2025年⏎床位‖张‖7.5⏎医师‖人‖3.6⏎护士‖人‖4.6"],
            document.Blocks.OfType<Table>().Select(table => GridPicture.Of(document, table))
        );
    }

    private const string Article =
        "<p>到2025年，全市床位达到7.5万张，医师达到三点六万人，人均预期寿命力争达到全国平均水平。</p>"
        + "<p>推进各县（市、区）医疗卫生服务体系建设，全面提高基层服务能力，健康水平进一步提高。</p>";

    private static readonly string[] ArticleLines =
    [
        "到2025年，全市床位达到7.5万张，医师达到三点六万人，人均预期寿命力争达到全国平均水平。",
        "推进各县（市、区）医疗卫生服务体系建设，全面提高基层服务能力，健康水平进一步提高。",
    ];

    [Theory]
    [InlineData(
        "<div>您当前所在位置：<a href='/'>首页</a> &gt; <a href='/g'>公开</a></div><div class=TRS_Editor>",
        "</div>"
    )]
    [InlineData("<div id=zoom>", "</div><div>字体：[<a href='#'>大</a> <a href='#'>中</a> <a href='#'>小</a>]</div>")]
    [InlineData(
        "<div id=UCAP-CONTENT>",
        "</div><p>打印本页|关闭窗口</p><p>【打印此页】【关闭窗口】【字号 大 中 小】</p>"
    )]
    [InlineData("<div class=article-content>", "</div><div>相关链接<ul><li>·<a href='/1'>解读一文</a></li></ul></div>")]
    [InlineData("<table><tr><td>", "</td></tr><tr><td>备案序号：冀ICP备05000000号</td></tr></table>")]
    [InlineData(
        "<table><tr><td><table><tr><td><a href='/1'>甲</a> <a href='/2'>乙</a> <a href='/3'>丙</a></table></td><td>",
        "</table>"
    )]
    public void Frames_of_sites_are_left_out(string before, string after) =>
        Assert.Equal(ArticleLines, Words($"<body>{before}{Article}{after}</body>"));

    [Theory]
    [InlineData(
        "<ul><li><a href='/1.doc'>指标表</a></li><li><a href='/2.PDF'>工程表</a></li><li><a href='/3.xls'>分工表</a></li></ul>",
        "指标表 工程表 分工表"
    )]
    [InlineData("<p>【打印】耗材 5 万元</p>", "【打印】耗材 5 万元")]
    [InlineData(
        "<p>相关链接：本规划与上位规划衔接，<a href='/1'>上位规划</a>另行发布。</p>",
        "相关链接：本规划与上位规划衔接，上位规划另行发布。"
    )]
    public void What_looks_like_a_frame_and_is_the_article_stays(string html, string expected) =>
        Assert.Equal(expected, string.Join(' ', Words($"<body>{Article}{html}</body>").Skip(ArticleLines.Length)));

    [Theory]
    [InlineData("class='content-foot'", "以上指标由市卫生健康委负责解释。", true)]
    [InlineData("id='footer'", "到2025年，全市养老床位达到3万张。", true)]
    [InlineData("class='foot'", "版权所有：甲市人民政府。主办：甲市人民政府办公室", false)]
    [InlineData("class='footer'", "地址：甲市乙路1号　邮编：000000", false)]
    [InlineData("class='comments'", "网友甲：床位太少。", false)]
    public void Foot_that_holds_sentences_is_the_article(string mark, string words, bool kept) =>
        Assert.Equal(kept, Words($"<body><div>{Article}<div {mark}><p>{words}</p></div></div></body>").Contains(words));

    [Theory]
    [InlineData("gb2312", "gb18030")]
    [InlineData("big5", "big5")]
    [InlineData("utf-8", "utf-8")]
    public void Declared_charset_is_used(string declared, string read)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var html =
            $"<html><head><meta http-equiv='Content-Type' content='text/html; charset={declared}'></head><body><p>人口 100</p>";
        var document = Reading.Of("x.htm", Encoding.GetEncoding(declared).GetBytes(html));
        Assert.Equal(("人口 100\n", read), (document.Text, document.Source.Encoding));
        Assert.Empty(document.Findings);
    }

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<b>", 200_000)]
    [InlineData("<table><tr><td>", 10_000)]
    [InlineData("<b><div></b>", 20_000)]
    [InlineData("<svg><g>", 200_000)]
    [InlineData("<ul><li>", 20_000)]
    public void Endless_nesting_is_a_finding(string tags, int times)
    {
        var document = Reading.Of("x.html", string.Concat(Enumerable.Repeat(tags, times)) + "<p>到2025年床位7.5张。");
        Assert.Contains(document.Findings, finding => finding.Code == "too-deep");
        Assert.Contains("到2025年床位7.5张。", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_that_leaves_end_tags_out_is_not_deep()
    {
        var html = string.Concat(Enumerable.Repeat("<p>一段<li>一项<br>", 2_000));
        Assert.DoesNotContain(Reading.Of("x.html", html).Findings, finding => finding.Code == "too-deep");
    }

    [Fact]
    public void Literal_angle_brackets_are_words() =>
        Assert.Equal(["指标 <b> 小于 5"], Words("<p>指标 &lt;b&gt; 小于 5</p>"));
}
