namespace PlanIngest.Readers;

/// <summary>What becomes of a line. Held lines wait for the foot of the site, or for the end of the page.</summary>
internal enum FrameVerdict
{
    Keep,
    Hold,
    LeaveOut,

    /// <summary>The line and those held before it.</summary>
    LeaveOutWithHeld,
}

/// <summary>
/// Lines of a page as they follow one another: 大 behind 字号： is a button, and 地址：… over 版权所有 the foot of the
/// site. Not: 大 alone, 主办单位：市教育局 amid an article.
/// </summary>
internal sealed class FrameRun
{
    private FrameKind last;

    /// <summary>Of the lines held one is an address: at the end of a page the lines held are its foot.</summary>
    public bool HoldsAddress { get; private set; }

    public FrameVerdict Next(FrameKind kind)
    {
        var before = last;
        var verdict = kind switch
        {
            FrameKind.Foot => FrameVerdict.LeaveOutWithHeld,
            FrameKind.Frame => FrameVerdict.LeaveOut,
            FrameKind.Small when before is FrameKind.Frame or FrameKind.Foot => FrameVerdict.LeaveOut,
            FrameKind.Where or FrameKind.Address when before == FrameKind.Foot => FrameVerdict.LeaveOut,
            FrameKind.Where or FrameKind.Address => FrameVerdict.Hold,
            _ => FrameVerdict.Keep,
        };
        last = verdict switch
        {
            FrameVerdict.Keep or FrameVerdict.Hold => FrameKind.None,
            _ when kind is FrameKind.Frame or FrameKind.Foot => kind,
            _ => before,
        };
        HoldsAddress = verdict == FrameVerdict.Hold && (HoldsAddress || kind == FrameKind.Address);
        return verdict;
    }

    /// <summary>A table stands here.</summary>
    public void Break() => (last, HoldsAddress) = (FrameKind.None, false);
}
