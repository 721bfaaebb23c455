using BenchmarkDotNet.Running;
using Songthang.Benchmarks;

// dotnet run -c Release --project bench/Songthang.Benchmarks -- outages
// dotnet run -c Release --project bench/Songthang.Benchmarks -- --filter '*TambonOfPosition*'
switch (args)
{
    case ["outages", .. var rest]:
        return OutagesInSimulatedProvinces.Run(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(TambonOfPosition).Assembly).Run(args);
        return 0;
}
