using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PlanIngest.Host.Review.Safety;

/// <summary>Who may sign in: lines of <c>name:rounds:salt:hash</c>, PBKDF2 with SHA-256, salt and hash in base 64.</summary>
public sealed class UserFile(string path)
{
    /// <summary>As is advised for PBKDF2 with SHA-256 in 2023; about a fifth of a second.</summary>
    private const int Rounds = 600_000;
    private const int Length = 32;

    /// <summary>Takes as long for a name that is not there.</summary>
    public bool Knows(string name, string password)
    {
        var line = File.ReadLines(path)
            .Select(line => line.Split(':'))
            .FirstOrDefault(parts => parts.Length == 4 && parts[0] == name);
        var rounds = line is null ? Rounds : int.Parse(line[1], CultureInfo.InvariantCulture);
        var salt = line is null ? new byte[16] : Convert.FromBase64String(line[2]);
        var hash = line is null ? new byte[Length] : Convert.FromBase64String(line[3]);
        var given = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(password),
            salt,
            rounds,
            HashAlgorithmName.SHA256,
            hash.Length
        );
        return CryptographicOperations.FixedTimeEquals(given, hash) && line is not null;
    }

    public static string Line(string name, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(password),
            salt,
            Rounds,
            HashAlgorithmName.SHA256,
            Length
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name}:{Rounds}:{Convert.ToBase64String(salt)}:{Convert.ToBase64String(hash)}"
        );
    }
}
