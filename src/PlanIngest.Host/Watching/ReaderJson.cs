using System.Text.Json.Serialization;
using PlanIngest.Host.Reading;

namespace PlanIngest.Host.Watching;

/// <summary>The language between host and reader processes: one JSON text a line.</summary>
[JsonSerializable(typeof(DocumentJob))]
[JsonSerializable(typeof(DocumentOutcome))]
internal sealed partial class ReaderJson : JsonSerializerContext;
