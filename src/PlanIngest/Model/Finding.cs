namespace PlanIngest.Model;

/// <summary>
/// Something about a document that a person should know: bad data is a finding, not an exception. The code is a row
/// of <c>findings.tsv</c>; the message says in English what is wrong, where, and what to do.
/// </summary>
public sealed record Finding
{
    public Finding(Severity severity, string code, string message, Span? span = null)
    {
        if (!Catalog.Findings.ContainsKey(code))
        {
            throw new ArgumentException($"'{code}' is not in findings.tsv", nameof(code));
        }
        (Severity, Code, Message, Span) = (severity, code, message, span);
    }

    public Severity Severity { get; }
    public string Code { get; }
    public string Message { get; }
    public Span? Span { get; }
    public Place? Place { get; init; }

    /// <summary>The ids of the records it concerns.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];
}

public enum Severity
{
    Info,
    Warning,
    Error,
}
