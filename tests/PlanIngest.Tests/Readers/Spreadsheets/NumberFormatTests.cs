using PlanIngest.Readers.Spreadsheets;

namespace PlanIngest.Tests.Readers.Spreadsheets;

public class NumberFormatTests
{
    [Theory]
    [InlineData("General", 0.253, "0.253")]
    [InlineData("General", 0.25299999999999995, "0.253")]
    [InlineData("General", 1.0 / 3, "0.333333333")]
    [InlineData("General", 12345678901234, "12345678901234")]
    [InlineData("G/通用格式", -7, "-7")]
    [InlineData("0.0%", 0.253, "25.3%")]
    [InlineData("0.00%", 0.48125, "48.13%")]
    [InlineData("0", 2.5, "3")]
    [InlineData("#,##0.00", 1234567.891, "1,234,567.89")]
    [InlineData("#,##0", 12, "12")]
    [InlineData("000,000", 123, "000,123")]
    [InlineData("0.##", 5, "5")]
    [InlineData("0.##", 5.5, "5.5")]
    [InlineData("#", 0, "")]
    [InlineData("00000", 37, "00037")]
    public void Places_and_thousands_are_shown_as_the_format_says(string format, double value, string shown)
    {
        Assert.Equal(shown, new NumberFormat(format).Show(value));
    }

    [Theory]
    [InlineData("0.0,", 12345, "12.3")]
    [InlineData("0.00,,\"百万\"", 12345678, "12.35百万")]
    [InlineData("0!.0,\"万\"", 12345, "1.2万")]
    [InlineData("0!.0000\"万元\"", 123456, "12.3456万元")]
    [InlineData("0\"张\"", 6, "6张")]
    [InlineData("[$¥-804]#,##0.0", 1234.5, "¥1,234.5")]
    [InlineData("0.0_ ", 3.14, "3.1")]
    [InlineData("\\≥0.0", 7.5, "≥7.5")]
    public void Scales_and_words_are_part_of_what_is_shown(string format, double value, string shown)
    {
        Assert.Equal(shown, new NumberFormat(format).Show(value));
    }

    [Theory]
    [InlineData("0.0E+0", 12000, "1.2E+4")]
    [InlineData("0.00E+00", 0.00012345, "1.23E-04")]
    [InlineData("##0.0E+0", 12345, "12.3E+3")]
    [InlineData("0.0E+0", 0, "0.0E+0")]
    [InlineData("0E-0", 99999, "1E5")]
    [InlineData("# ?/?", 2.5, "2 1/2")]
    [InlineData("# ?/8", 0.25, "2/8")]
    public void Exponents_and_fractions_are_shown(string format, double value, string shown)
    {
        Assert.Equal(shown, new NumberFormat(format).Show(value));
    }

    [Theory]
    [InlineData("0.0;(0.0)", -3.2, "(3.2)")]
    [InlineData("0.0;-0.0;\"—\"", 0, "—")]
    [InlineData("0.00;[Red]0.00", -1.5, "1.50")]
    [InlineData("[>=100]0;[<0]\"负\"0;0.0", 120, "120")]
    [InlineData("[>=100]0;[<0]\"负\"0;0.0", -3, "负3")]
    [InlineData("[>=100]0;[<0]\"负\"0;0.0", 3, "3.0")]
    [InlineData(";;;", 5, "")]
    [InlineData("0.0", -2.25, "-2.3")]
    public void Each_section_is_for_its_own_numbers(string format, double value, string shown)
    {
        Assert.Equal(shown, new NumberFormat(format).Show(value));
    }

    [Theory]
    [InlineData("yyyy/m/d", 44196, "2020/12/31")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", 44196, "2020年12月31日")]
    [InlineData("[$-804]yyyy\"年\"m\"月\";@", 44196, "2020年12月")]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"", 44196, "二〇二〇年十二月")]
    [InlineData("yy-mm-dd", 1, "00-01-01")]
    [InlineData("h:mm", 0.5, "12:00")]
    [InlineData("h:mm AM/PM", 0.75, "6:00 PM")]
    [InlineData("[h]:mm", 1.5, "36:00")]
    [InlineData("mm:ss", 0.0007, "01:00")]
    [InlineData("aaaa", 44196, "星期四")]
    [InlineData("d-mmm-yy", 44196, "31-Dec-20")]
    [InlineData("yyyy/m/d", -5, "-5")]
    public void Dates_are_shown_and_what_is_none_stays_a_number(string format, double value, string shown)
    {
        Assert.Equal(shown, new NumberFormat(format).Show(value));
    }

    [Theory]
    [InlineData("0.0", "约5", "约5")]
    [InlineData("0;0;0;\"【\"@\"】\"", "甲", "【甲】")]
    [InlineData(";;;", "藏", "")]
    public void Words_are_shown_by_the_fourth_section(string format, string words, string shown)
    {
        Assert.Equal(shown, new NumberFormat(format).Show(words));
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(-1e29)]
    [InlineData(5e-324)]
    [InlineData(double.NaN)]
    public void Numbers_beyond_all_plans_are_shown_somehow(double value)
    {
        foreach (var format in new[] { "General", "0.00", "#,##0", "0.0E+0", "yyyy/m/d", "# ?/?", "0%" })
        {
            Assert.NotNull(new NumberFormat(format).Show(value));
        }
    }
}
