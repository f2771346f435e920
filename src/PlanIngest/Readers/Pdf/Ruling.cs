namespace PlanIngest.Readers.Pdf;

/// <summary>A drawn line, level or upright; <see cref="Box"/> has no extent across it.</summary>
public readonly record struct Ruling(Rect Box, double Thickness)
{
    public bool IsLevel => Box.Width >= Box.Height;
}

/// <summary>A filled area; <see cref="Grey"/> from 0 for black to 1 for white.</summary>
public readonly record struct Fill(Rect Box, double Grey);
