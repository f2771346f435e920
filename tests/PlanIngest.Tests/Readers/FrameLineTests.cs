using PlanIngest.Model;
using PlanIngest.Sentences;

namespace PlanIngest.Tests.Readers;

public class FrameLineTests
{
    private const string Title = "甲市“十四五”卫生健康规划";
    private const string Article = "到2025年，全市每千人口床位数达到7.5张。";

    private static Document Text(params string[] lines) => Reading.Of("x.txt", string.Join('\n', lines));

    private static Document Page(params string[] lines) =>
        Reading.Of("x.html", string.Concat(lines.Select(line => $"<p>{line}</p>")));

    private static string[] Words(Document document) => [.. document.Blocks.Select(block => document.Read(block.Span))];

    [Theory]
    [InlineData("发布日期：2021-03-05 10:22 浏览次数：123 信息来源：市发改委")]
    [InlineData("发布日期：2021-03-05 浏览次数： 信息来源：市发改委")]
    [InlineData("来源: | 发布时间: 2018-05-17 | 浏览次数: 2168")]
    [InlineData("时间：2019-09-18 06:23 来源： 甲市日报")]
    [InlineData("阅读次数:    来源:市发改委    日期:2012-05-04 15:32:04    【打印此页】    【关闭    字号:【大")]
    [InlineData("发表单位:市统计局 发表时间:2016-11-14  [打印]  [关闭]")]
    [InlineData("2020-02-25 19:55 来源:甲市规划学会")]
    [InlineData("刊发时间:2018-02-04 A3版 作者: 【字体:大 中 小】")]
    [InlineData("责任编辑：李四")]
    [InlineData("（责编：李四、王五）")]
    [InlineData("责编|李四")]
    [InlineData("浏览次数：1,234 次")]
    [InlineData("发布时间：2021年3月5日")]
    [InlineData("字体：[大 中 小]")]
    [InlineData("2019-09-07 15:10:53 字号：A- A A+ 来源：市报")]
    [InlineData("打印 关闭 分享到：")]
    [InlineData("添加收藏夹 | 设为首页 | 关于我们")]
    [InlineData("当前位置：首页>政务公开>规划计划")]
    [InlineData("首页 » 规划 » 正文")]
    [InlineData("上一篇：甲市2020年统计公报")]
    [InlineData("版权所有：甲市人民政府　主办：甲市人民政府办公室　邮编：000000")]
    [InlineData("京ICP备00000000号-6 京公网安备11000000000000号")]
    public void Labels_with_their_values_and_buttons_are_the_frame(string line)
    {
        Assert.Equal([Title, Article], Words(Text(Title, line, Article)));
        Assert.Equal($"{Title}\n{Article}\n", Page(Title, line, Article).Text);
    }

    [Theory]
    [InlineData("浏览次数：全年网站浏览次数达到5万次")]
    [InlineData("浏览人数：12345")]
    [InlineData("全年景区浏览人数达到120万人次")]
    [InlineData("来源：国家统计局")]
    [InlineData("来源：高校毕业生、退役军人、返乡农民工，共12万人")]
    [InlineData("时间：2021年3月5日上午9时　地点：市政府会议室")]
    [InlineData("联系人：张三　联系电话：010-00000000")]
    [InlineData("主办单位：市教育局　承办单位：市体育局")]
    [InlineData("名称：甲市卫生健康规划　发布日期")]
    [InlineData("发文机关：甲市政府　成文日期：2021年3月1日")]
    [InlineData("完成ICP备案网站1200家")]
    [InlineData("当前位置信息采集点达到50个")]
    [InlineData("【打印】耗材 5 万元")]
    [InlineData("下载政务应用12万次")]
    [InlineData("大")]
    [InlineData("发布时间：10月底前由市统计局发布")]
    public void What_only_looks_like_it_is_the_article(string line)
    {
        Assert.Equal([Title, line, Article], Words(Text(Title, line, Article)));
        Assert.Equal($"{Title}\n{line}\n{Article}\n", Page(Title, line, Article).Text);
    }

    [Theory]
    [InlineData("字号：", "大", "中", "小")]
    [InlineData("主办单位：甲市人民政府办公室", "地址：甲市乙路1号", "版权所有：甲市人民政府", "技术支持：甲公司")]
    [InlineData("地 址：甲市乙路1号 邮 编：000000", "电话：010-00000000")]
    [InlineData("信息来源：市发改委", "日期：2021-03-05")]
    public void What_depends_on_its_neighbours_is_the_frame_beside_it(params string[] lines)
    {
        Assert.Equal([Title, Article], Words(Text([Title, Article, .. lines])));
        Assert.Equal($"{Title}\n{Article}\n", Page([Title, Article, .. lines]).Text);
    }

    [Fact]
    public void Address_amid_an_article_stays()
    {
        string[] lines = [Title, "地址：甲市乙路1号　邮编：000000", Article];
        Assert.Equal(lines, Words(Text(lines)));
        Assert.Equal(lines, Words(Page(lines)));
    }

    [Fact]
    public void Cells_of_a_table_are_no_buttons() =>
        Assert.Contains(
            "大\t打印\t5",
            Reading
                .Of(
                    "x.html",
                    "<table border=1><tr><th>规模</th><th>服务</th><th>家</th></tr>"
                        + "<tr><td><p>大</p></td><td><p>打印</p></td><td>5</td></tr></table>"
                )
                .Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void No_sentence_goes_on_over_a_line_of_the_frame()
    {
        string[] lines =
        [
            "全市床位达到5万张 医师达到3万人",
            "2021-03-05 12:11 来源：市报",
            "卫生工作取得成效，预期寿命79岁。",
        ];
        foreach (var document in (Document[])[Text(lines), Page(lines)])
        {
            Assert.Equal([false, true], document.Blocks.Cast<Paragraph>().Select(paragraph => paragraph.Apart));
            var records = SentenceIndicators.Read(document, HeadReader.Read(document));
            Assert.NotEmpty(records);
            Assert.All(records, record => Assert.DoesNotContain("\n", document.Slice(record.Span).ToString()));
        }
    }

    [Fact]
    public void Heading_that_is_a_button_does_not_make_the_next_line_one() =>
        Assert.All(
            Reading.Of("x.html", $"<h3>打印</h3><p>{Article}</p>").Blocks,
            block => Assert.IsType<Paragraph>(block)
        );

    [Theory]
    [InlineData("发布日期：2021-03-05 10:22 浏览次数：123 信息来源：市发改委")]
    [InlineData("2021-03-05 19:55 来源:甲市规划学会")]
    [InlineData("信息来源：市发改委\n日期：2021-03-05")]
    [InlineData("来源：市报 刊发时间：2021/03/05 A3版")]
    [InlineData("发布日期：2021-03-08 成文日期：2021年3月5日 浏览次数：3")]
    public void Date_in_the_frame_is_the_document_s(string frame)
    {
        var lines = frame.Split('\n');
        Assert.Equal("2021-03-05", HeadReader.Read(Text([Title, .. lines, Article])).IssuedOn?.ToString());
        Assert.Equal("2021-03-05", HeadReader.Read(Page([Title, .. lines, Article])).IssuedOn?.ToString());
    }
}
