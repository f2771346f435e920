namespace PlanIngest.Host.Watching;

/// <summary>What a disk says, without the name of the file it was said of: the same trouble is the same words.</summary>
public static class DiskWords
{
    public static string Of(Exception exception)
    {
        var words = exception.Message;
        var name = words.IndexOf(" : '", StringComparison.Ordinal);
        return name < 0 ? words : words[..name];
    }
}
