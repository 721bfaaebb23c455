using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Songthang.Benchmarks -- --filter '*TambonOfPosition*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
