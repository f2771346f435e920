using System.Globalization;
using System.Text;

namespace PlanIngest.FaultTests;

/// <summary>Documents made by number: the same number, the same bytes.</summary>
public static class Plans
{
    /// <summary>A plan of about so many bytes, with prose and a table; other numbers, other values.</summary>
    public static string Of(int number, int bytes = 600)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"第{number}号试验县“十四五”卫生健康发展规划\n\n");
        text.Append(CultureInfo.InvariantCulture, $"到2025年，全县医疗床位达到{number % 900 + 100}张。\n\n");
        text.Append("|指标|单位|2020年|2025年|属性|\n|---|---|---|---|---|\n");
        for (var row = 0; text.Length * 2 < bytes || row < 2; row++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"|第{row}类服务覆盖率|%|{number * 7 % 90}.{row % 10}|≥{(number * 7 % 90) + 5}|预期性|\n"
            );
        }
        return text.ToString();
    }
}
