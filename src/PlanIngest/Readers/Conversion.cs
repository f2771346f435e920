namespace PlanIngest.Readers;

/// <summary>
/// What a converter made of a file. <see cref="Extension"/> is the format of the bytes; <see cref="Engine"/> name and
/// version of the program; <see cref="Trouble"/> says in words why there are no bytes, null when there are.
/// </summary>
public sealed record Conversion(ReadOnlyMemory<byte> Bytes, string Extension, string Engine, string? Trouble = null);
