namespace PlanIngest.Model;

/// <summary>A list that grows piece by piece: a great one is never copied, and no array of half its size is left behind.</summary>
internal sealed class Chunks<T>
{
    private const int Shift = 14;
    private const int Size = 1 << Shift;
    private const int First = 16;

    private readonly List<T[]> pieces = [];

    public int Count { get; private set; }

    public ref T this[int at] => ref pieces[at >> Shift][at & (Size - 1)];

    public void Add(T item)
    {
        var at = Count & (Size - 1);
        if (at == 0)
        {
            pieces.Add(new T[Count == 0 ? First : Size]);
        }
        else if (at == pieces[^1].Length)
        {
            var piece = pieces[^1];
            Array.Resize(ref piece, at * 2);
            pieces[^1] = piece;
        }
        pieces[^1][at] = item;
        Count++;
    }

    /// <summary>Gives up the room for more: nothing else comes.</summary>
    public void Trim()
    {
        if (Count < Size && Count > 0)
        {
            pieces[0] = pieces[0][..Count];
        }
    }
}
