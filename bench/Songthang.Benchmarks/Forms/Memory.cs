using System.Diagnostics;

namespace Songthang.Benchmarks.Forms;

/// <summary>Memory of this process as the system counts it, in MB.</summary>
static class Memory
{
    const double Megabyte = 1e6;

    /// <summary>What it has now, after everything that is no longer needed was given back.</summary>
    public static double Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Of("VmRSS");
    }

    /// <summary>The most that it had since <see cref="ForgetPeak"/>.</summary>
    public static double Peak() => Of("VmHWM");

    /// <summary>Begins anew. On Linux; elsewhere the peak is that of the whole run.</summary>
    public static void ForgetPeak()
    {
        if (File.Exists("/proc/self/clear_refs"))
            File.WriteAllText("/proc/self/clear_refs", "5");
    }

    static double Of(string name)
    {
        if (!File.Exists("/proc/self/status"))
        {
            using var process = Process.GetCurrentProcess();
            return (name == "VmHWM" ? process.PeakWorkingSet64 : process.WorkingSet64) / Megabyte;
        }

        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], System.Globalization.CultureInfo.InvariantCulture) * 1024 / Megabyte;
    }
}
