using PlanIngest.Readers.Pdf;

namespace PlanIngest.Host.Engines.PdfPig;

/// <summary>How a path is painted; a fill or a stroke of no paint is null. Greys are from 0 for black to 1.</summary>
public readonly record struct Paint(double? Fill, double? Stroke, double Thickness);

/// <summary>Painted paths as ruling lines and filled areas, in points from the top left of the page, y down.</summary>
public sealed class DrawnPaths
{
    /// <summary>A filled area no thicker than this many points is a ruling line, a stroke of more than twice an area.</summary>
    private const double LineThickness = 3;

    /// <summary>How far in points a level or upright stroke may be off.</summary>
    private const double StrokeSlant = 0.8;

    /// <summary>Likewise the side of a filled rectangle.</summary>
    private const double FillSlant = 0.1;

    /// <summary>More lines than this is a drawing (a map, a chart), not tables.</summary>
    private const int MostLines = 20_000;

    private readonly List<Ruling> rulings = [];
    private readonly List<Fill> fills = [];

    public IReadOnlyList<Ruling> Rulings => rulings;
    public IReadOnlyList<Fill> Fills => fills;

    /// <summary>Filled outlines that are no rectangles.</summary>
    public int Shapes { get; private set; }

    /// <summary>One subpath of straight sides; a closed one ends where it began.</summary>
    public void Add(IReadOnlyList<(double X, double Y)> points, bool closed, Paint paint, Rect clip)
    {
        if (points.Count < 2)
        {
            return;
        }
        if (paint.Stroke is { } ink)
        {
            for (var at = 1; at < points.Count + (closed ? 1 : 0); at++)
            {
                Stroke(points[at - 1], points[at % points.Count], paint.Thickness, ink, clip);
            }
        }
        if (paint.Fill is { } grey && IsRectangle(points))
        {
            Area(Around(points), grey, clip);
        }
    }

    /// <summary>A filled subpath with curves.</summary>
    public void AddShape() => Shapes++;

    public static Rect Around(IReadOnlyList<(double X, double Y)> points) =>
        new(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));

    private static bool IsRectangle(IReadOnlyList<(double X, double Y)> points) =>
        points.Count <= 5
        && Enumerable
            .Range(0, points.Count)
            .All(at =>
            {
                var (a, b) = (points[at], points[(at + 1) % points.Count]);
                return Math.Abs(a.X - b.X) < FillSlant || Math.Abs(a.Y - b.Y) < FillSlant;
            });

    private void Stroke((double X, double Y) a, (double X, double Y) b, double thickness, double ink, Rect clip)
    {
        if (Math.Abs(a.X - b.X) >= StrokeSlant && Math.Abs(a.Y - b.Y) >= StrokeSlant)
        {
            return;
        }
        var box = Around([a, b]);
        if (thickness <= LineThickness * 2)
        {
            Line(box, thickness, clip);
            return;
        }
        var half = thickness / 2;
        var area =
            box.Width > box.Height
                ? box with
                {
                    Y0 = box.Y0 - half,
                    Y1 = box.Y1 + half,
                }
                : box with
                {
                    X0 = box.X0 - half,
                    X1 = box.X1 + half,
                };
        if (fills.Count < MostLines)
        {
            fills.Add(new Fill(area, ink));
        }
    }

    private void Area(Rect whole, double grey, Rect clip)
    {
        var box = Shared(whole, clip);
        if (box.X1 < box.X0 || box.Y1 < box.Y0)
        {
            return;
        }
        if (box.Width <= LineThickness && box.Width < box.Height)
        {
            Line(box with { X0 = box.MiddleX, X1 = box.MiddleX }, box.Width, clip);
        }
        else if (box.Height <= LineThickness)
        {
            Line(box with { Y0 = box.MiddleY, Y1 = box.MiddleY }, box.Height, clip);
        }
        else if (fills.Count < MostLines)
        {
            fills.Add(new Fill(box, grey));
        }
    }

    private void Line(Rect box, double thickness, Rect clip)
    {
        if (box.X1 < clip.X0 - 1 || box.X0 > clip.X1 + 1 || box.Y1 < clip.Y0 - 1 || box.Y0 > clip.Y1 + 1)
        {
            return;
        }
        if (rulings.Count < MostLines)
        {
            rulings.Add(new Ruling(Shared(box, clip), thickness));
        }
    }

    /// <summary>What two boxes share; turned inside out where that is nothing.</summary>
    public static Rect Shared(Rect a, Rect b) =>
        new(Math.Max(a.X0, b.X0), Math.Max(a.Y0, b.Y0), Math.Min(a.X1, b.X1), Math.Min(a.Y1, b.Y1));
}
