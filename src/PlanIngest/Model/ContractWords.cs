namespace PlanIngest.Model;

/// <summary>The contract's word for each member of the model's closed lists.</summary>
public static class ContractWords
{
    public static string Of(Comparator comparator) =>
        comparator switch
        {
            Comparator.Equal => "=",
            Comparator.AtLeast => ">=",
            Comparator.AtMost => "<=",
            Comparator.MoreThan => ">",
            Comparator.LessThan => "<",
            _ => throw new ArgumentOutOfRangeException(nameof(comparator)),
        };

    public static string Of(QuantityKind kind) =>
        kind switch
        {
            QuantityKind.Number => "number",
            QuantityKind.Range => "range",
            QuantityKind.Change => "change",
            QuantityKind.Reference => "reference",
            QuantityKind.Grade => "grade",
            QuantityKind.Text => "text",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string Of(ChangeDirection direction) =>
        direction == ChangeDirection.Increase ? "increase" : "decrease";

    public static string Of(ChangeMode mode) =>
        mode switch
        {
            ChangeMode.Relative => "relative",
            ChangeMode.Absolute => "absolute",
            ChangeMode.Points => "points",
            ChangeMode.Multiple => "multiple",
            _ => throw new ArgumentOutOfRangeException(nameof(mode)),
        };

    public static string? Of(ChangePer? per) =>
        per switch
        {
            ChangePer.Year => "year",
            ChangePer.Quarter => "quarter",
            ChangePer.Month => "month",
            null => null,
            _ => throw new ArgumentOutOfRangeException(nameof(per)),
        };

    public static string Of(Role role) =>
        role switch
        {
            Role.Baseline => "baseline",
            Role.Actual => "actual",
            Role.Target => "target",
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };

    public static string? Of(Nature? nature) =>
        nature switch
        {
            Nature.Binding => "binding",
            Nature.Expected => "expected",
            null => null,
            _ => throw new ArgumentOutOfRangeException(nameof(nature)),
        };

    public static string Of(Origin origin) => origin == Origin.Table ? "table" : "prose";

    public static string Of(Tier tier) => tier == Tier.Core ? "core" : "count";

    public static string Of(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Plan => "plan",
            DocumentKind.Report => "report",
            DocumentKind.Article => "article",
            DocumentKind.Unknown => "unknown",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string Of(ConflictKind kind) =>
        kind switch
        {
            ConflictKind.Target => "target",
            ConflictKind.Actual => "actual",
            ConflictKind.Unit => "unit",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string Of(Severity severity) =>
        severity switch
        {
            Severity.Info => "info",
            Severity.Warning => "warning",
            Severity.Error => "error",
            _ => throw new ArgumentOutOfRangeException(nameof(severity)),
        };

    public static string Of(ReviewStatus status) =>
        status switch
        {
            ReviewStatus.Accepted => "accepted",
            ReviewStatus.Corrected => "corrected",
            ReviewStatus.Added => "added",
            ReviewStatus.Rejected => "rejected",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
}
