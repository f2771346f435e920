namespace PlanIngest.Model;

/// <summary>White space as <see cref="char.IsWhiteSpace(char)"/> has it; Chinese characters, which are none, cost one look.</summary>
internal static class White
{
    /// <summary>The last of all white space, and the space of Chinese text.</summary>
    private const char Last = '\u3000';

    public static bool Is(char c) => c <= Last && char.IsWhiteSpace(c);
}
