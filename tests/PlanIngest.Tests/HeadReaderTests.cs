using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Sentences;

namespace PlanIngest.Tests;

public class HeadReaderTests
{
    [Fact]
    public void Notice_that_passes_a_plan_on_gives_the_plans_title_and_its_own_issuer_number_and_date()
    {
        var head = Read(
            """
            青原府办发〔2022〕31号
            青原市人民政府办公室
            关于印发青原市“十四五”
            生态环境保护规划的通知
            各县、区人民政府，市直有关部门：
            现将规划印发给你们，请认真执行（国办发〔2017〕37号同时废止）。
            2022年3月9日
            """
        );
        Assert.Equal("青原市“十四五”生态环境保护规划", head.Title);
        Assert.Equal(DocumentKind.Plan, head.Kind);
        Assert.Equal("青原府办发〔2022〕31号", head.DocumentNumber);
        Assert.Equal("青原市人民政府办公室", head.Issuer);
        Assert.Equal("2022-03-09", head.IssuedOn?.ToString());
        Assert.Equal("青原市", head.Region);
        Assert.Equal(new PlanPeriod("十四五", 2021, 2025), head.PlanPeriod);
    }

    [Theory]
    [InlineData("一九五六年江原省国民经济计划执行情况的报告", "江原省")]
    [InlineData("2023年度江原县财政决算", "江原县")]
    [InlineData("三江县2023年政府工作报告", "三江县")]
    [InlineData("2021年7月江原县空气质量报告", "江原县")]
    [InlineData("九江市教育发展规划", "九江市")]
    public void Years_before_a_place_are_no_part_of_it(string title, string region) =>
        Assert.Equal(region, Read(title + "\n全年发展良好。\n").Region);

    [Theory]
    [InlineData("记者日前从有关部门获悉，规划已经完稿。", DocumentKind.Article)]
    [InlineData("《江原日报》昨日从有关部门确认，规划将于今日公布。", DocumentKind.Article)]
    [InlineData("为编制本规划，召开了记者、专家座谈会。", DocumentKind.Plan)]
    public void What_a_reporter_writes_of_a_plan_is_news(string opening, DocumentKind kind) =>
        Assert.Equal(kind, Read($"江原县“十二五”流通规划\n{opening}\n").Kind);

    [Theory]
    [InlineData("江原县教育局2023年工作总结和2024年工作计划", DocumentKind.Report)]
    [InlineData("江原县2023年工作完成情况及2024年工作安排", DocumentKind.Report)]
    [InlineData("江原县农业技术总结推广行动计划", DocumentKind.Plan)]
    [InlineData("江原集团迎接2012年度目标责任考核", DocumentKind.Article)]
    [InlineData("江原集团2012年度目标责任考核办法", DocumentKind.Plan)]
    [InlineData("当前农业形势和任务的汇报", DocumentKind.Report)]
    public void A_review_joined_to_a_plan_is_a_report(string title, DocumentKind kind) =>
        Assert.Equal(kind, Read(title + "\n全年发展良好。\n").Kind);

    [Theory]
    [InlineData(
        "计划总结\n发布机构：省卫生健康委\n江原省卫生健康委关于印发2023年江原省卫生健康工作要点的通知",
        "2023年江原省卫生健康工作要点"
    )]
    [InlineData("江原省卫生健康工作\n来源：江原日报\n全年发展良好。", "江原省卫生健康工作")]
    public void The_name_of_a_sites_section_over_its_labels_is_no_title(string text, string title) =>
        Assert.Equal(title, Read(text + "\n各市县卫生健康局：\n").Title);

    [Theory]
    [InlineData("1990-05-26 00:51 国务院公报", "1990-05-26")]
    [InlineData("1990-05-26至1990-06-09报名", null)]
    public void A_stamp_of_date_time_and_source_dates_a_page(string line, string? date) =>
        Assert.Equal(date, Read($"江原县农业形势的汇报\n{line}\n全年发展良好。\n").IssuedOn?.ToString());

    [Fact]
    public void Notice_that_runs_into_its_text_is_cut_at_its_end()
    {
        var head = Read(
            """
            国务院关于印发全国湿地
            “十一五”规划的通知国发〔2007〕91号各省、自治区、直辖市人民政府：
            　　现将规划印发给你们，请结合本地区、本部门实际认真贯彻执行，并按要求报告进展情况。
            　　　　　　二○○七年十月八日　全国湿地“十一五”规划　　根据第十一个五年规划，制定本规划。
            """
        );
        Assert.Equal("全国湿地“十一五”规划", head.Title);
        Assert.Equal("国发〔2007〕91号", head.DocumentNumber);
        Assert.Equal("国务院", head.Issuer);
        Assert.Equal("2007-10-08", head.IssuedOn?.ToString());
        Assert.Null(head.Region);
        Assert.Equal(2006, head.PlanPeriod?.Start);
    }

    [Fact]
    public void Signature_at_the_end_names_issuer_and_date()
    {
        var head = Read(
            """
            云岭县人民政府 对《云岭县人大常委会 关于学前教育的审议意见》办理情况的报告

            县人大常委会：

            现将有关情况报告如下。

            云岭县人民政府 2024年11月6日
            """
        );
        Assert.Equal("云岭县人民政府对《云岭县人大常委会关于学前教育的审议意见》办理情况的报告", head.Title);
        Assert.Equal(DocumentKind.Report, head.Kind);
        Assert.Equal("云岭县人民政府", head.Issuer);
        Assert.Equal("2024-11-06", head.IssuedOn?.ToString());
        Assert.Equal("云岭县", head.Region);
        Assert.Null(head.PlanPeriod);
    }

    [Fact]
    public void A_survey_of_many_plans_is_about_none()
    {
        var survey = Read(
            "# 云岭省历年计划指标录入说明\n\n“一五”计划录入\n\n“二五”计划录入\n\n“三五”计划录入\n\n“四五”计划分两次，“四五”计划的数据请斟酌，“四五”计划如此。\n"
        );
        Assert.Null(survey.PlanPeriod);
        var one = Read(
            "# 云岭省指标说明\n\n“十三五”以来如此。“十四五”时期如此，“十四五”期间如此，“十四五”规划如此。\n"
        );
        Assert.Equal(2021, one.PlanPeriod?.Start);
    }

    [Fact]
    public void Institution_is_the_region_of_its_own_plan()
    {
        var head = Read("# 青原大学第二附属医院“十四五” 事业发展规划\n\n“十四五”时期是关键时期。\n");
        Assert.Equal("青原大学第二附属医院“十四五”事业发展规划", head.Title);
        Assert.Equal("青原大学第二附属医院", head.Region);
        Assert.Null(head.Issuer);
        Assert.Null(head.IssuedOn);
    }

    [Fact]
    public void Page_furniture_and_labels_are_not_the_title()
    {
        var head = Read(
            """
            下载
            打印
            【字号：
            加大
            】
            发文机关：云岭省教育厅
            发布日期：2021-09-30
            2021年云岭省教育事业发展公报
            ——2021年9月28日发布
            """
        );
        Assert.Equal("2021年云岭省教育事业发展公报", head.Title);
        Assert.Equal(DocumentKind.Report, head.Kind);
        Assert.Equal("云岭省教育厅", head.Issuer);
        Assert.Equal("2021-09-28", head.IssuedOn?.ToString());
        Assert.Equal("云岭省", head.Region);
    }

    [Fact]
    public void Addressee_is_not_the_title() =>
        Assert.Null(Read("各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议，并请各位委员提出意见。\n").Title);

    [Fact]
    public void Region_is_the_place_named_most_and_no_level_of_government()
    {
        var text =
            "新增省级示范园10个，新增省级平台5家，新增省级学科3个，新增省级基地2个，青原市面貌一新，青原市更强了，青原市更美了。\n";
        Assert.Equal("青原市", Read(text).Region);
    }

    [Fact]
    public void Title_that_ends_with_its_own_word_takes_no_further_line() =>
        Assert.Equal(
            "云岭股份有限公司2018年第一季度报告全文",
            Read("云岭股份有限公司2018年第一季度报告全文\n云岭股份有限公司\n2018年第一季度报告\n").Title
        );

    [Theory]
    [InlineData("政府工作报告\n1979年6月18日在云岭县人民代表大会第二次会议上\n粮食增产。", "1979-06-18")]
    [InlineData("政府工作报告\n1979年6月18日在全县开展检查\n粮食增产。", null)]
    [InlineData("2025-07-30 15:20\n本报讯 交通运输事业取得成就。", "2025-07-30")]
    public void Date_of_a_report_stands_with_its_occasion_or_by_itself(string text, string? date) =>
        Assert.Equal(date, Read(text).IssuedOn?.ToString());

    [Theory]
    [InlineData("云府发〔2022〕31号\n云岭县人民政府", "云府发〔2022〕31号")]
    [InlineData("〔2022〕31号\n云岭县人民政府", null)]
    public void Number_of_a_document_names_who_gave_it(string text, string? number) =>
        Assert.Equal(number, Read(text).DocumentNumber);

    [Theory]
    [InlineData("关于云岭县2021年预算执行情况和2022年预算草案的报告", "云岭县")]
    [InlineData("上半年全市经济运行情况分析", null)]
    public void Region_stands_in_the_title(string title, string? region) => Assert.Equal(region, Read(title).Region);

    [Theory]
    [InlineData("云岭县政府工作报告\n——实施乡村振兴行动", DocumentKind.Report)]
    [InlineData("各位代表：\n现在，我代表国务院作关于第六个五年计划的报告，请予审议。", DocumentKind.Report)]
    [InlineData("教育部:“十三五”规划确定的主要目标任务将如期实现", DocumentKind.Article)]
    public void Kind_is_told_by_the_title(string text, DocumentKind kind) => Assert.Equal(kind, Read(text).Kind);

    [Fact]
    public void Text_that_opens_with_a_sentence_has_no_title()
    {
        var head = Read(
            "世纪之交，各项事业取得新的成绩，群众生活水平不断提高，社会主义市场经济体制初步建立，市场体系更加完善。\n"
        );
        Assert.Equal(DocumentHead.Unknown, head);
    }

    private static DocumentHead Read(string text)
    {
        var file = new SourceFile("a.txt", Encoding.UTF8.GetBytes(text));
        return HeadReader.Read(new PlainTextReader().Read(file, ReaderLimits.Default));
    }
}
