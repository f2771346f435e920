using PlanIngest.Model;

namespace PlanIngest.Readers.Archives;

/// <summary>
/// Counts what is really unpacked from one file, whatever its directory claims, and refuses a bomb. What a member of an
/// archive takes is taken from the archive's <paramref name="whole"/> too: among large honest members a bomb stays one.
/// </summary>
internal sealed class UnpackBudget(long packed, long limit, ReaderLimits limits, UnpackBudget? whole = null)
{
    private long unpacked;

    public void Take(int bytes)
    {
        unpacked += bytes;
        if (unpacked > limit || (unpacked > limits.RatioFree && unpacked > packed * limits.Ratio))
        {
            throw new RefusedFileException(
                new Finding(
                    Severity.Error,
                    "unpacks-too-large",
                    $"The file unpacks to more than {unpacked / 1_000_000} MB from {packed} bytes, which no plan does; it was not read on."
                )
            );
        }
        whole?.Take(bytes);
    }
}
