namespace PlanIngest.Readers.Pdf;

/// <summary>Words to lines: those that share a base line, from top to bottom.</summary>
public static class LineBuilder
{
    /// <summary>As many lines back as a word may still belong to: cells beside one another overlap a little.</summary>
    private const int Open = 8;

    public static IReadOnlyList<TextLine> Build(IEnumerable<PageWord> words)
    {
        var lines = new List<Draft>();
        foreach (var word in words.OrderBy(word => word.Box.Y1).ThenBy(word => word.Box.X0))
        {
            var best = -1;
            var nearest = double.MaxValue;
            for (var i = lines.Count - 1; i >= 0 && i >= lines.Count - Open; i--)
            {
                var distance = lines[i].Distance(word);
                if (distance < nearest)
                {
                    (best, nearest) = (i, distance);
                }
            }
            if (best < 0)
            {
                lines.Add(new Draft(word));
            }
            else
            {
                lines[best].Add(word);
            }
        }
        return [.. lines.Select(draft => draft.Finish()).OrderBy(line => line.Box.Y0).ThenBy(line => line.Box.X0)];
    }

    /// <summary>A line of the given words, which are known to be one.</summary>
    public static TextLine Line(IEnumerable<PageWord> words)
    {
        PageWord[] ordered = [.. words.OrderBy(word => word.Box.X0)];
        var box = ordered[0].Box;
        var size = 0.0;
        var letters = 0;
        foreach (var word in ordered)
        {
            box = box.Union(word.Box);
            size += word.Size * word.Text.Length;
            letters += word.Text.Length;
        }
        return new TextLine(ordered, Pieces(ordered), box, size / letters);
    }

    private static List<Piece> Pieces(PageWord[] words)
    {
        var pieces = new List<Piece>();
        var start = 0;
        var box = words[0].Box;
        for (var i = 1; i <= words.Length; i++)
        {
            if (
                i < words.Length
                && words[i].Box.X0 - box.X1 < PdfTolerances.PieceGap * Math.Max(words[i].Size, words[i - 1].Size)
            )
            {
                box = box.Union(words[i].Box);
                continue;
            }
            pieces.Add(new Piece(words[start..i], box));
            if (i < words.Length)
            {
                (start, box) = (i, words[i].Box);
            }
        }
        return pieces;
    }

    private sealed class Draft(PageWord first)
    {
        private readonly List<PageWord> words = [first];
        private PageWord main = first;

        /// <summary>How far the word's base line is off; infinite when it cannot stand here.</summary>
        public double Distance(PageWord word)
        {
            var off = Math.Abs(word.Box.Y1 - main.Box.Y1);
            var level = off < PdfTolerances.SameLine * Math.Min(word.Size, main.Size);
            var raised =
                Math.Abs(word.Size - main.Size) > 0.15 * Math.Max(word.Size, main.Size)
                && word.Box.SharedHeight(main.Box) >= PdfTolerances.RaisedOverlap;
            if (!level && !raised)
            {
                return double.MaxValue;
            }
            foreach (var other in words)
            {
                if (other.Box.SharedWidth(word.Box) > 0.5 && other.Box.SharedHeight(word.Box) < 0.7)
                {
                    return double.MaxValue;
                }
            }
            return off;
        }

        public void Add(PageWord word)
        {
            words.Add(word);
            if (word.Size > main.Size)
            {
                main = word;
            }
        }

        public TextLine Finish() => Line(words);
    }
}
