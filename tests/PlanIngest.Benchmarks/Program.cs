using PlanIngest.Benchmarks;

// One benchmark a file; each says in its summary what it measures and what it needs.
return args switch
{
    ["quantities", .. var files] => QuantityBenchmark.Run(files),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: quantities FILE…");
    return 2;
}
