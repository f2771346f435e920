namespace PlanIngest.Readers.Spreadsheets;

/// <summary>How many digits a section has places for, and what its commas mean.</summary>
/// <param name="Whole">Places before the point.</param>
/// <param name="Decimals">Places behind it.</param>
/// <param name="Thousands">A comma among the places parts thousands.</param>
/// <param name="Scales">Each comma behind the last place before the point divides by a thousand.</param>
internal readonly record struct Places(int Whole, int Decimals, bool Thousands, int Scales)
{
    public static Places Of(IReadOnlyList<FormatToken> tokens)
    {
        var (whole, decimals, commas, thousands, behindPoint) = (0, 0, 0, false, false);
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case FormatTokenKind.Digit when behindPoint:
                    decimals++;
                    break;
                case FormatTokenKind.Digit:
                    thousands |= commas > 0 && whole > 0;
                    commas = 0;
                    whole++;
                    break;
                case FormatTokenKind.Comma:
                    commas++;
                    break;
                case FormatTokenKind.Point:
                    behindPoint = true;
                    break;
            }
        }
        return new Places(whole, decimals, thousands, commas);
    }
}
