namespace PlanIngest.Sentences;

/// <summary>The bracket behind a task that says who answers for it, and by when.</summary>
internal static class TaskMark
{
    /// <summary>
    /// 新增5G基站1000座。（持续推进，牵头考核单位：市工信局）, 新建学校12所（责任单位：县教育局）。: set, not told. Not: 建成学校12所（含民办2所）,
    /// 报送单位：县教育局.
    /// </summary>
    public static bool IsTask(ReadOnlySpan<char> paragraph)
    {
        var text = paragraph.TrimEnd("。；; \u3000");
        if (text.IsEmpty || text[^1] is not ('）' or ')'))
        {
            return false;
        }
        var bracket = text[(text.LastIndexOfAny('（', '(') + 1)..^1];
        var colon = bracket.IndexOfAny('：', ':');
        if (colon < 0)
        {
            return false;
        }
        var label = bracket[..colon];
        return (label.EndsWith("单位") || label.EndsWith("部门") || label.EndsWith("科室"))
            && (label.IndexOf("责任") >= 0 || label.IndexOf("牵头") >= 0);
    }
}
