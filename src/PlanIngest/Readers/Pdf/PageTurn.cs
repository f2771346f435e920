namespace PlanIngest.Readers.Pdf;

/// <summary>Turns a page whose writing mostly runs up or down, so that it runs level.</summary>
public static class PageTurn
{
    public static PdfPage Upright(PdfPage page)
    {
        var letters = new int[PageWords.Askew + 1];
        foreach (var word in page.Words)
        {
            letters[word.Turn] += word.Text.Length;
        }
        var most = Array.IndexOf(letters, letters.Max());
        return most is 0 or PageWords.Askew ? page : Turn(page, most);
    }

    private static PdfPage Turn(PdfPage page, int turn)
    {
        Rect Place(Rect box) => Back(box, turn, page.Width, page.Height);
        return page with
        {
            Turn = turn,
            Width = turn == 2 ? page.Width : page.Height,
            Height = turn == 2 ? page.Height : page.Width,
            Words =
            [
                .. page.Words.Select(word =>
                    word with
                    {
                        Box = Place(word.Box),
                        Turn = word.Turn == PageWords.Askew ? word.Turn : (word.Turn - turn + 4) % 4,
                    }
                ),
            ],
            Rulings = [.. page.Rulings.Select(ruling => ruling with { Box = Place(ruling.Box) })],
            Fills = [.. page.Fills.Select(fill => fill with { Box = Place(fill.Box) })],
            Pictures = [.. page.Pictures.Select(Place)],
        };
    }

    /// <summary>Where a box of the page stands once the page is turned back by so many quarter turns.</summary>
    private static Rect Back(Rect box, int turn, double width, double height) =>
        turn switch
        {
            1 => new Rect(box.Y0, width - box.X1, box.Y1, width - box.X0),
            2 => new Rect(width - box.X1, height - box.Y1, width - box.X0, height - box.Y0),
            3 => new Rect(height - box.Y1, box.X0, height - box.Y0, box.X1),
            _ => box,
        };

    /// <summary>The box on the page as the file has it, for a box on the turned page.</summary>
    public static Rect AsShown(PdfPage page, Rect box) =>
        page.Turn switch
        {
            0 => box,
            // Turning back undoes turning on: the quarter turns to a whole one, measured on the turned page.
            _ => Back(box, 4 - page.Turn, page.Width, page.Height),
        };
}
