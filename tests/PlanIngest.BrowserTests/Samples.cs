namespace PlanIngest.BrowserTests;

/// <summary>The documents the browser tests review: an invented city, in the layout real plans have.</summary>
internal static class Samples
{
    public const string PlanPath = "dongling/health-plan.txt";

    public const string Plan = """
        东岭市“十四五”卫生健康发展规划
        到2025年，全市卫生健康服务体系更加完善，主要健康指标达到全省平均水平。
        一、发展基础
        “十三五”期间，全市医疗卫生机构达到1256个。2020年，每千人口执业（助理）医师数达到2.61人，每千人口注册护士数达到2.85人。
        二、主要指标
        表1 东岭市“十四五”卫生健康发展主要指标
        | 序号 | 指标 | 2020年 | 2025年 | 指标性质 |
        | 1 | 人均预期寿命（岁） | 78.2 | 79.5 | 预期性 |
        | 2 | 婴儿死亡率（‰） | 3.6 | ≤3.2 | 预期性 |
        | 3 | 每千人口医疗卫生机构床位数（张） | 6.4 | 7.0 | 预期性 |
        | 4 | 适龄儿童免疫规划疫苗接种率（%） | 97 | ≥95 | 约束性 |
        | 5 | 居民健康素养水平（%） | 22.1 | 28 | 预期性 |
        三、重点任务
        到2025年，适龄儿童免疫规划疫苗接种率保持在90%以上，家庭医生签约率达到60%。高血压患者规范管理率达到70%以上。
        """;

    /// <summary>Every trick a document can try on a page.</summary>
    public const string HostilePath = "dongling/evil.txt";

    public const string Hostile = """
        <script>window.stolen = 1</script>发展规划
        <img src=x onerror="window.stolen = 2">
        | 指标 | 2020年 | 2025年 |
        | --- | --- | --- |
        | "><script>window.stolen = 3</script>床位数（张） | 100 | 200 |
        | <svg onload="window.stolen = 4">护士数（人） | 10 | ≥20 |
        | javascript:window.stolen=5 覆盖率（%） | 10 | 20 |
        """;

    /// <summary>A plan of prose and a ruled table, as a word processor prints it.</summary>
    public const string PdfPath = "dongling/printed.pdf";

    /// <summary>Looked for beside the test project and above, wherever it was built from.</summary>
    public static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
            {
                return Path.Combine(folder.FullName, file);
            }
        }
        return null;
    }

    public static void Write(string corpus)
    {
        Directory.CreateDirectory(Path.Combine(corpus, "dongling"));
        File.Copy(Find("tests/PlanIngest.Tests/Formats/health-plan/office-ruled.pdf")!, Path.Combine(corpus, PdfPath));
        File.WriteAllText(Path.Combine(corpus, PlanPath), Plan);
        File.WriteAllText(Path.Combine(corpus, HostilePath), Hostile);
    }
}
