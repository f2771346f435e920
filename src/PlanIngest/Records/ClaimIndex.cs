using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// Where claims stand, by the hash of their subject. Of a million claims nothing else is kept: those on a subject that
/// is claimed once, or in one table alone, which is most of them, are never looked at again.
/// </summary>
internal sealed class ClaimIndex
{
    private readonly Chunks<(int Record, int Observation, int Table)> places = new();
    private readonly Chunks<int> hashes = new();

    /// <param name="hash">Of the subject.</param>
    /// <param name="record">Index of the record.</param>
    /// <param name="observation">Index in it.</param>
    /// <param name="table">The table it stands in; null for prose.</param>
    public void Add(int hash, int record, int observation, int? table)
    {
        places.Add((record, observation, table ?? 0));
        hashes.Add(hash);
    }

    /// <summary>For each hash that came in two tables or in prose: the places in document order.</summary>
    public IEnumerable<IEnumerable<(int Order, int Record, int Observation)>> Repeated()
    {
        var sorted = new long[places.Count];
        for (var at = 0; at < sorted.Length; at++)
        {
            sorted[at] = (long)hashes[at] << 32 | (uint)at;
        }
        Array.Sort(sorted);
        for (var first = 0; first < sorted.Length; )
        {
            var end = first + 1;
            var apart = false;
            while (end < sorted.Length && sorted[end] >> 32 == sorted[first] >> 32)
            {
                var (one, other) = (places[(int)sorted[end - 1]].Table, places[(int)sorted[end]].Table);
                apart |= one != other || one == 0;
                end++;
            }
            if (apart)
            {
                yield return sorted[first..end].Select(key => (int)key).Select(Place);
            }
            first = end;
        }
    }

    private (int Order, int Record, int Observation) Place(int at) => (at, places[at].Record, places[at].Observation);
}
