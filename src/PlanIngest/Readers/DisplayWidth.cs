namespace PlanIngest.Readers;

/// <summary>How wide a character shows where letters all have one width: Chinese, Kana, Hangul and full width are two.</summary>
internal static class DisplayWidth
{
    public static int Of(char c) =>
        c switch
        {
            < '\u1100' => 1,
            <= '\u115F' => 2,
            >= '\u2E80' and <= '\uA4CF' => 2,
            >= '\uAC00' and <= '\uD7A3' => 2,
            >= '\uF900' and <= '\uFAFF' => 2,
            >= '\uFE30' and <= '\uFE6F' => 2,
            >= '\uFF00' and <= '\uFF60' => 2,
            >= '\uFFE0' and <= '\uFFE6' => 2,
            '“' or '”' or '‘' or '’' or '—' or '…' or '‰' or '≥' or '≤' => 2,
            _ => 1,
        };
}
