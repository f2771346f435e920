using PlanIngest.Readers.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using RenderingMode = UglyToad.PdfPig.Core.TextRenderingMode;

namespace PlanIngest.Host.Engines.PdfPig;

/// <summary>One page drawn with only the geometry kept, as <c>page.mjs</c> does for pdf.js.</summary>
internal sealed class PdfPigDrawing(
    int number,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox crop,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    TransformationMatrix initial,
    ParsingOptions options
) : BaseStreamProcessor<PdfPage>(number, resources, scanner, parser, filters, crop, unit, rotation, initial, options)
{
    private static readonly string[] BoldNames = ["bold", "black", "heavy"];

    private readonly double width = rotation.SwapsAxis ? crop.Bounds.Height : crop.Bounds.Width;
    private readonly double height = rotation.SwapsAxis ? crop.Bounds.Width : crop.Bounds.Height;
    private readonly GlyphWords words = new();
    private readonly DrawnPaths paths = new();
    private readonly List<Rect> pictures = [];
    private readonly Stack<bool> artifacts = new();

    /// <summary>What may be painted on, one for each saved state: the box around the clipping paths.</summary>
    private readonly Stack<Rect> clips = new([
        new Rect(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity),
    ]);

    private readonly List<Subpath> path = [];
    private bool clipping;

    /// <summary>Asked again and again while pages are drawn; stops the drawing by what it throws.</summary>
    [ThreadStatic]
    internal static Action? Watch;

    private sealed class Subpath
    {
        public List<(double X, double Y)> Points { get; } = [];
        public bool Curved { get; set; }
        public bool Closed { get; set; }
    }

    public override PdfPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        ProcessOperations(operations);
        words.End();
        return new PdfPage(pageNumberCurrent, width, height, words.Words, paths.Rulings, paths.Fills, pictures)
        {
            Shapes = paths.Shapes,
            Crowded = words.Crowded,
        };
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            Watch?.Invoke();
            operation.Run(this);
        }
    }

    public override void PushState()
    {
        base.PushState();
        clips.Push(clips.Peek());
    }

    public override void PopState()
    {
        if (clips.Count > 1)
        {
            clips.Pop();
        }
        base.PopState();
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox
    )
    {
        var text = font.TryGetUnicode(code, out _) ? unicode : "\uFFFD";
        var matrix = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        var (level, upright) = (Math.Sqrt((matrix.A * matrix.A) + (matrix.B * matrix.B)), Size(matrix));
        if (text.Length == 0 || level == 0 || upright == 0)
        {
            return;
        }
        if (string.IsNullOrWhiteSpace(text))
        {
            words.End();
            return;
        }
        var (x, y) = Place(matrix.E, matrix.F);
        var (alongX, alongY) = font.IsVertical
            ? (-matrix.C / upright, matrix.D / upright)
            : (matrix.A / level, -matrix.B / level);
        if (!font.IsVertical && IsClipped(x + (alongX * upright / 4), y + (alongY * upright / 4)))
        {
            words.End();
            return;
        }
        if (font.IsVertical)
        {
            // The origin is the middle of the column; the base line of a turned line runs left of its middle.
            (x, y) = (x - (alongY * 0.3 * upright), y + (alongX * 0.3 * upright));
        }
        words.Add(
            new Glyph(
                text,
                x,
                y,
                alongX,
                alongY,
                font.IsVertical ? upright : Math.Abs(characterBoundingBox.Width) * level,
                upright,
                font.Name?.Data ?? "",
                MarksOf(font, currentState)
            )
        );
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => AddPicture();

    protected override void RenderInlineImage(InlineImage inlineImage) => AddPicture();

    public override void BeginSubpath() => path.Add(new Subpath());

    public override PdfPoint? CloseSubpath()
    {
        if (path.Count == 0 || path[^1].Points.Count == 0)
        {
            return null;
        }
        path[^1].Closed = true;
        return CurrentPosition;
    }

    public override void MoveTo(double x, double y)
    {
        BeginSubpath();
        AddPoint(x, y);
    }

    public override void LineTo(double x, double y) => AddPoint(x, y);

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => Curve(x3, y3);

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) =>
        Curve(x3, y3);

    public override void Rectangle(double x, double y, double width, double height)
    {
        BeginSubpath();
        AddPoint(x, y);
        AddPoint(x + width, y);
        AddPoint(x + width, y + height);
        AddPoint(x, y + height);
        path[^1].Closed = true;
    }

    public override void StrokePath(bool close) => PaintPath(false, true, close);

    public override void FillPath(FillingRule fillingRule, bool close) => PaintPath(true, false, close);

    public override void FillStrokePath(FillingRule fillingRule, bool close) => PaintPath(true, true, close);

    public override void EndPath() => PaintPath(false, false, false);

    public override void ClosePath() => CloseSubpath();

    public override void ModifyClippingIntersect(FillingRule clippingRule) => clipping = true;

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) =>
        Clip([
            Transformed(rectangle.TopLeft),
            Transformed(rectangle.TopRight),
            Transformed(rectangle.BottomLeft),
            Transformed(rectangle.BottomRight),
        ]);

    public override void BeginMarkedContent(
        NameToken name,
        NameToken? propertyDictionaryName,
        DictionaryToken? properties
    ) => artifacts.Push(name.Data == "Artifact");

    public override void EndMarkedContent() => artifacts.TryPop(out _);

    public override void PaintShading(NameToken shadingName)
    {
        // A shading is neither a word nor a ruling line.
    }

    private static double Size(TransformationMatrix matrix) => Math.Sqrt((matrix.C * matrix.C) + (matrix.D * matrix.D));

    private static double GreyOf(IColor? colour)
    {
        if (colour is null or PatternColor)
        {
            return colour is null ? 0 : 0.5;
        }
        var (r, g, b) = colour.ToRGBValues();
        return (0.299 * r) + (0.587 * g) + (0.114 * b);
    }

    private WordMarks MarksOf(IFont font, CurrentGraphicsState state)
    {
        var name = font.Name?.Data ?? "";
        var bold =
            font.Details.IsBold || BoldNames.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
        var ghost =
            state.FontState.TextRenderingMode is RenderingMode.Neither or RenderingMode.NeitherClip
            || state.AlphaConstantNonStroking == 0;
        return (bold ? WordMarks.Bold : WordMarks.None)
            | (ghost ? WordMarks.Invisible : WordMarks.None)
            | (artifacts.Contains(true) ? WordMarks.Artifact : WordMarks.None);
    }

    private (double X, double Y) Place(double x, double y) => (x, height - y);

    private (double X, double Y) Transformed(PdfPoint point)
    {
        var (x, y) = CurrentTransformationMatrix.Transform(point.X, point.Y);
        return Place(x, y);
    }

    private bool IsClipped(double x, double y)
    {
        var clip = clips.Peek();
        return x < clip.X0 - 1 || x > clip.X1 + 1 || y < clip.Y0 - 1 || y > clip.Y1 + 1;
    }

    private void Clip(IReadOnlyList<(double X, double Y)> points) =>
        clips.Push(DrawnPaths.Shared(DrawnPaths.Around(points), clips.Pop()));

    private void AddPoint(double x, double y)
    {
        if (path.Count == 0 || path[^1].Closed)
        {
            BeginSubpath();
        }
        CurrentPosition = new PdfPoint(x, y);
        path[^1].Points.Add(Transformed(CurrentPosition));
    }

    private void Curve(double x, double y)
    {
        AddPoint(x, y);
        path[^1].Curved = true;
    }

    private void AddPicture()
    {
        var unit = new PdfRectangle(0, 0, 1, 1);
        var box = DrawnPaths.Around([
            Transformed(unit.TopLeft),
            Transformed(unit.TopRight),
            Transformed(unit.BottomLeft),
            Transformed(unit.BottomRight),
        ]);
        words.Cover(box);
        pictures.Add(box);
    }

    private void PaintPath(bool fill, bool stroke, bool close)
    {
        if (close)
        {
            CloseSubpath();
        }
        var state = GetCurrentState();
        var matrix = state.CurrentTransformationMatrix;
        var scale = Math.Sqrt(Math.Abs((matrix.A * matrix.D) - (matrix.B * matrix.C)));
        var paint = new Paint(
            fill ? GreyOf(state.CurrentNonStrokingColor) : null,
            stroke ? GreyOf(state.CurrentStrokingColor) : null,
            state.LineWidth * scale
        );
        foreach (var drawn in path)
        {
            if (!drawn.Curved)
            {
                paths.Add(drawn.Points, drawn.Closed, paint, clips.Peek());
            }
            else if (fill)
            {
                paths.AddShape();
            }
        }
        if (clipping && path.Any(drawn => drawn.Points.Count > 0))
        {
            Clip([.. path.SelectMany(drawn => drawn.Points)]);
        }
        clipping = false;
        path.Clear();
    }
}
