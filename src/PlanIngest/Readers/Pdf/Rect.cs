using PlanIngest.Model;

namespace PlanIngest.Readers.Pdf;

/// <summary>A rectangle in points, y down. Geometry is <c>double</c> here and rounded where it becomes a place.</summary>
public readonly record struct Rect(double X0, double Y0, double X1, double Y1)
{
    public double Width => X1 - X0;
    public double Height => Y1 - Y0;
    public double MiddleX => (X0 + X1) / 2;
    public double MiddleY => (Y0 + Y1) / 2;

    public Rect Union(Rect other) =>
        new(Math.Min(X0, other.X0), Math.Min(Y0, other.Y0), Math.Max(X1, other.X1), Math.Max(Y1, other.Y1));

    public bool Holds(double x, double y) => x >= X0 && x <= X1 && y >= Y0 && y <= Y1;

    public bool Overlaps(Rect other) => X0 < other.X1 && other.X0 < X1 && Y0 < other.Y1 && other.Y0 < Y1;

    /// <summary>How much of the extent of the shorter of both is shared, along y.</summary>
    public double SharedHeight(Rect other) =>
        (Math.Min(Y1, other.Y1) - Math.Max(Y0, other.Y0)) / Math.Max(0.01, Math.Min(Height, other.Height));

    /// <summary>Likewise along x.</summary>
    public double SharedWidth(Rect other) =>
        (Math.Min(X1, other.X1) - Math.Max(X0, other.X0)) / Math.Max(0.01, Math.Min(Width, other.Width));

    public Box ToBox() => new(Tenth(X0), Tenth(Y0), Tenth(X1), Tenth(Y1));

    private static decimal Tenth(double value) => Math.Round((decimal)value, 1);
}
