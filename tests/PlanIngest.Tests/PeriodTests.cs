using PlanIngest.Model;

namespace PlanIngest.Tests;

public class PeriodTests
{
    [Theory]
    [InlineData("2025")]
    [InlineData("2024-12")]
    [InlineData("2025-05-25")]
    [InlineData("2021/2025")]
    public void Period_reads_and_writes_the_iso_form(string iso)
    {
        Assert.True(Period.TryParse(iso, out var period));
        Assert.Equal(iso, period.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("2025-13")]
    [InlineData("2025/")]
    public void Period_refuses_what_is_no_iso_form(string text) => Assert.False(Period.TryParse(text, out _));
}
