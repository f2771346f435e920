using System.Reflection;
using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Readers.Dialects;

namespace PlanIngest.Tests.Architecture;

/// <summary>The directions of the README's picture, held over the compiled library.</summary>
public class StageTests
{
    private static readonly Assembly Library = typeof(IngestPipeline).Assembly;

    private static readonly (Type Caller, MemberInfo Called)[] Calls = [.. CalledMembers.Of(Library)];

    /// <summary>A stage and the stages it may use, besides itself.</summary>
    public static TheoryData<string, string> Directions =>
        new()
        {
            { "Model", "" },
            { "Quantities", "Model" },
            { "Periods", "Model" },
            { "Readers", "Model" },
            { "Tables", "Model Quantities Periods" },
            { "Sentences", "Model Quantities Periods" },
            { "Records", "Model Quantities Periods" },
            { "Outputs", "Model Records" },
        };

    [Theory]
    [MemberData(nameof(Directions))]
    public void Stage_uses_only_the_stages_before_it(string stage, string allowed)
    {
        var permitted = allowed.Split(' ').Append(stage).ToHashSet();
        var strays =
            from call in Calls
            where StageOf(call.Caller) == stage
            let used = StageOf(call.Called as Type ?? call.Called.DeclaringType)
            where used is not null && !permitted.Contains(used)
            select $"{call.Caller.FullName} uses {used}: {call.Called.Name}";
        Assert.Empty(strays.Distinct());
    }

    [Fact]
    public void Library_looks_at_no_clock_and_draws_nothing_at_random() =>
        Assert.Empty(
            Uses(type =>
                    type == typeof(Random)
                    || type == typeof(TimeProvider)
                    || type == typeof(System.Diagnostics.Stopwatch)
                )
                .Concat(
                    Calls
                        .Where(call =>
                            call.Called.DeclaringType == typeof(DateTime)
                            && call.Called.Name is "get_Now" or "get_UtcNow"
                        )
                        .Select(call => call.Caller.FullName!)
                )
                .Concat(
                    Calls
                        .Where(call => call.Called.DeclaringType == typeof(Guid) && call.Called.Name == "NewGuid")
                        .Select(call => call.Caller.FullName!)
                )
        );

    [Fact]
    public void Library_starts_no_program_and_reaches_no_network() =>
        Assert.Empty(
            Uses(type =>
                type == typeof(System.Diagnostics.Process)
                || type.Namespace is "System.Net.Http" or "System.Net.Sockets"
            )
        );

    [Fact]
    public void Files_are_touched_only_by_outputs() =>
        Assert.Empty(
            Calls
                .Where(call =>
                    call.Called.DeclaringType is { } type
                    && (type == typeof(File) || type == typeof(Directory) || type == typeof(FileStream))
                )
                .Where(call => StageOf(call.Caller) != "Outputs")
                .Select(call => call.Caller.FullName)
                .Distinct()
        );

    [Fact]
    public void Parsing_packages_are_named_only_by_readers() =>
        Assert.Empty(
            Calls
                .Where(call =>
                    (call.Called as Type ?? call.Called.DeclaringType)?.Assembly.GetName().Name
                        is "AngleSharp"
                            or "Markdig"
                            or "ExcelDataReader"
                )
                .Where(call => StageOf(call.Caller) != "Readers")
                .Select(call => call.Caller.FullName)
                .Distinct()
        );

    [Fact]
    public void Every_reader_is_in_the_catalog() => Assert.Empty(Unlisted<IDocumentReader>(ReaderCatalog.All));

    [Fact]
    public void Every_table_dialect_is_in_the_catalog() => Assert.Empty(Unlisted<ITableDialect>(DialectCatalog.All));

    [Fact]
    public void Model_is_immutable() =>
        Assert.Empty(
            from type in Library.GetTypes()
            where StageOf(type) == "Model" && type.IsPublic
            from property in type.GetProperties()
            where
                property.SetMethod is { IsPublic: true } setter
                && !setter
                    .ReturnParameter.GetRequiredCustomModifiers()
                    .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
            select $"{type.Name}.{property.Name}"
        );

    [Fact]
    public void Every_code_of_a_finding_and_every_flag_has_its_line_in_both_languages() =>
        Assert.All(
            Catalog.Findings.Concat(Catalog.Flags),
            row => Assert.True(row.Value.English.Length > 0 && row.Value.Chinese.Length > 0, row.Key)
        );

    private static IEnumerable<string> Uses(Func<Type, bool> banned) =>
        Calls
            .Where(call => call.Called.DeclaringType is { } type && banned(type))
            .Select(call => $"{call.Caller.FullName}: {call.Called.DeclaringType!.Name}.{call.Called.Name}")
            .Distinct();

    private static IEnumerable<string> Unlisted<T>(IEnumerable<T> catalog) =>
        Library
            .GetTypes()
            .Where(type => typeof(T).IsAssignableFrom(type) && type is { IsClass: true, IsAbstract: false })
            .Except(catalog.Select(listed => listed!.GetType()))
            .Select(type => type.Name);

    private static string? StageOf(Type? type)
    {
        while (type?.DeclaringType is { } outer)
        {
            type = outer;
        }
        return
            type?.Assembly == Library
            && type.Namespace is { } name
            && name.StartsWith("PlanIngest.", StringComparison.Ordinal)
            ? name.Split('.')[1]
            : null;
    }
}
