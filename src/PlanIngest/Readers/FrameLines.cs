using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>Passes over the frame of a page in text that was copied from it; its labels still serve the document head.</summary>
internal static class FrameLines
{
    public static void PassOver(TextLines lines, LineMarks marks, DocumentBuilder builder)
    {
        var labels = new List<string>();
        var run = new FrameRun();
        var held = new List<int>();
        var apart = false;
        for (var line = 0; line < lines.Count; line++)
        {
            var span = lines.Trimmed(line);
            if (span.IsEmpty)
            {
                continue;
            }
            labels.Clear();
            var verdict = run.Next(FrameLine.Read(lines.Slice(span), labels));
            if (verdict != FrameVerdict.Hold)
            {
                Settle(held, marks, verdict == FrameVerdict.LeaveOutWithHeld);
            }
            if (verdict is FrameVerdict.LeaveOut or FrameVerdict.LeaveOutWithHeld)
            {
                marks.SetEmpty(line);
                labels.ForEach(builder.Label);
                apart = true;
                continue;
            }
            if (verdict == FrameVerdict.Hold)
            {
                held.Add(line);
            }
            if (apart)
            {
                marks.SetApart(line);
            }
            apart = false;
        }
        Settle(held, marks, run.HoldsAddress);
    }

    private static void Settle(List<int> held, LineMarks marks, bool leaveOut)
    {
        if (leaveOut)
        {
            held.ForEach(marks.SetEmpty);
        }
        held.Clear();
    }
}
