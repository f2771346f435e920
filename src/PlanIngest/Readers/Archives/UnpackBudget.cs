using PlanIngest.Model;

namespace PlanIngest.Readers.Archives;

/// <summary>Counts what is really unpacked from one file, whatever its directory claims, and refuses a bomb.</summary>
internal sealed class UnpackBudget(long packed, long limit, ReaderLimits limits)
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
    }
}
