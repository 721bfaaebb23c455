using BenchmarkDotNet.Running;
using Songthang.Benchmarks;
using Songthang.Benchmarks.Desk;
using Songthang.Benchmarks.Figures;
using Songthang.Benchmarks.Forms;
using Songthang.Benchmarks.Fuzzing;
using Songthang.Benchmarks.Map;
using Songthang.Benchmarks.Published;

// dotnet run -c Release --project bench/Songthang.Benchmarks -- desk --requests 1000000 --database sqlite
// dotnet run -c Release --project bench/Songthang.Benchmarks -- figures --requests 1000000 --database sqlite
// dotnet run -c Release --project bench/Songthang.Benchmarks -- forms
// dotnet run -c Release --project bench/Songthang.Benchmarks -- fuzz 1000000
// dotnet run -c Release --project bench/Songthang.Benchmarks -- import-poles --rows 100000 --database sqlite
// dotnet run -c Release --project bench/Songthang.Benchmarks -- map --requests 1000000 --poles 100000 --database sqlite
// dotnet run -c Release --project bench/Songthang.Benchmarks -- outages
// ./bench.sh published --requests 100000 --database sqlite
// dotnet run -c Release --project bench/Songthang.Benchmarks -- sign-in --pairs 200 --database sqlite
// dotnet run -c Release --project bench/Songthang.Benchmarks -- submit --clients 16 --count 2000 --database sqlite
// dotnet run -c Release --project bench/Songthang.Benchmarks -- --filter '*TambonOfPosition*'
// dotnet run -c Release --project bench/Songthang.Benchmarks -- --filter '*Parts*'
switch (args)
{
    case ["bare", var port, var file, var type]:
        return await BareKestrel.RunAsync(port, file, type);
    case ["desk", .. var rest]:
        return await DeskBench.RunAsync(rest);
    case ["figures", .. var rest]:
        return await FiguresBench.RunAsync(rest);
    case ["forms", ..]:
        await FormsAgainstChromium.RunAsync();
        return 0;
    case ["fuzz", .. var rest]:
        return await FuzzBench.RunAsync(rest);
    case ["import-poles", .. var rest]:
        return await ImportingPoles.RunAsync(rest);
    case ["map", .. var rest]:
        return await MapBench.RunAsync(rest);
    case ["outages", .. var rest]:
        return OutagesInSimulatedProvinces.Run(rest);
    case ["published", .. var rest]:
        return await PublishedBench.RunAsync(rest);
    case ["sign-in", .. var rest]:
        return await SigningIn.RunAsync(rest);
    case ["submit", .. var rest]:
        return await Submitting.RunAsync(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(TambonOfPosition).Assembly).Run(args);
        return 0;
}
