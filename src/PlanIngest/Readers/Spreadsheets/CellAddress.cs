using System.Globalization;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Where a cell stands in its sheet, from 0; written in A1 notation.</summary>
internal readonly record struct CellAddress(int Row, int Column)
{
    /// <summary>No sheet has more rows or columns; addresses beyond are not read.</summary>
    private const int LastRow = 1 << 20;
    private const int LastColumn = 1 << 14;

    /// <summary>Null for what is no address of a cell.</summary>
    public static CellAddress? Read(ReadOnlySpan<char> text)
    {
        var (row, column, at) = (0, 0, 0);
        for (; at < text.Length && char.IsAsciiLetter(text[at]) && column <= LastColumn; at++)
        {
            column = (column * 26) + (text[at] & 31);
        }
        for (; at < text.Length && char.IsAsciiDigit(text[at]) && row <= LastRow; at++)
        {
            row = (row * 10) + (text[at] - '0');
        }
        return at == text.Length && row is > 0 and <= LastRow && column is > 0 and <= LastColumn
            ? new CellAddress(row - 1, column - 1)
            : null;
    }

    public override string ToString()
    {
        Span<char> letters = stackalloc char[4];
        var from = letters.Length;
        for (var rest = Column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--from] = (char)('A' + ((rest - 1) % 26));
        }
        return string.Create(CultureInfo.InvariantCulture, $"{letters[from..]}{Row + 1}");
    }
}
