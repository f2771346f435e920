namespace PlanIngest.Tables;

/// <summary>The section headings in force at a row, outermost first.</summary>
internal sealed class Sections
{
    private readonly List<(int Depth, string Words)> open = [];

    /// <param name="depth">Of its list mark (一、 is outside 1.); -1 without one.</param>
    public void Enter(int depth, string words)
    {
        // A heading without a mark opens a new part under nothing but what is marked above it.
        open.RemoveAll(section => depth < 0 ? section.Depth < 0 : section.Depth >= depth || section.Depth < 0);
        open.Add((depth, words));
    }

    public void AddTo(List<string> category)
    {
        foreach (var (_, words) in open)
        {
            category.Add(words);
        }
    }
}
