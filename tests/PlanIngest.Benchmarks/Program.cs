using System.Globalization;
using PlanIngest.Benchmarks;

// One benchmark a file; each says in its summary what it measures and what it needs.
return args switch
{
    ["quantities", .. var files] => QuantityBenchmark.Run(files),
    ["pipeline", .. var files] => PipelineBenchmark.Run(files),
    ["confidence", .. var labels] => ConfidenceTable.Run(labels),
    ["signs", .. var files] => ConfidenceTable.Signs(files),
    ["index", var records] => IndexMillion.Run(int.Parse(records, CultureInfo.InvariantCulture)),
    ["pdf", .. var files] => PdfBenchmark.Run(files),
    ["service", var what, .. var count] => await ServiceBenchmark.Run(what, count),
    ["office"] => OfficeBenchmark.Run(),
    ["scale"] => ScaleBenchmark.Run(100),
    ["scale", var megabytes] => ScaleBenchmark.Run(int.Parse(megabytes, CultureInfo.InvariantCulture)),
    ["parsers"] => ParserBenchmark.Run(5),
    ["parsers", var megabytes] => ParserBenchmark.Run(int.Parse(megabytes, CultureInfo.InvariantCulture)),
    ["parse", var file] => ParserBenchmark.Parse(file),
    ["day"] => DayBenchmark.Run(),
    ["recognizers", var folder, .. var files] => RecognizersBenchmark.Run(folder, files),
    ["readers", .. var files] => ReaderBenchmark.Run(files),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "usage: pipeline [FILE…] | scale [MEGABYTES] | parsers [MEGABYTES] | day | recognizers FOLDER FILE… | quantities FILE… | "
            + "readers FILE… | confidence LABELS… | signs FILE… | index RECORDS | pdf FILE… | service rate|latency|finished|large [COUNT] | office"
    );
    return 2;
}
