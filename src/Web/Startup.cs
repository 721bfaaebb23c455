namespace Songthang.Web;

/// <summary>What the command line says about one start of the program.</summary>
/// <param name="DataDirectory">Folder of the SQLite file, photos and keys.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="IsDemo">Demo data, known passwords and the developer inbox are allowed.</param>
public sealed record Startup(string DataDirectory, string Urls, bool IsDemo)
{
    /// <summary>Path of something inside the data folder.</summary>
    public string DataPath(string name) => Path.Combine(DataDirectory, name);
}
