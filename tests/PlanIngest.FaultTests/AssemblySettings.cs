// the tests measure time and share two processors
[assembly: CollectionBehavior(DisableTestParallelization = true)]
