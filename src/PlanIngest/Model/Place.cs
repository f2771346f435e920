namespace PlanIngest.Model;

/// <summary>
/// Where the format itself says something stands: page and box, sheet and address. For showing, never for computing.
/// Formats that have neither (text, Markdown, HTML) leave it null.
/// </summary>
public sealed record Place
{
    /// <summary>Counts from 1.</summary>
    public int? Page { get; init; }
    public Box? Box { get; init; }
    public string? Sheet { get; init; }

    /// <summary>A1 notation.</summary>
    public string? Address { get; init; }
}

/// <summary>A rectangle in points from the page's top left, x to the right, y down.</summary>
public readonly record struct Box(decimal X0, decimal Y0, decimal X1, decimal Y1);
