namespace PlanIngest.Host.Watching;

/// <summary>Every file of the corpus is in exactly one of these.</summary>
public enum DocumentState
{
    /// <summary>Seen, and not read yet: it settles, or stands in the queue.</summary>
    Waiting,

    /// <summary>Being read.</summary>
    Running,

    /// <summary>Its output is in place and up to date.</summary>
    Done,

    /// <summary>Could not be read now; will be tried again.</summary>
    Failed,

    /// <summary>Will not be read, whatever is tried, until it or the program changes.</summary>
    Refused,
}
