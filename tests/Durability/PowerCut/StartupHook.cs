using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

/// <summary>
/// Weakens the program for the test of the test: .NET calls this at the start when DOTNET_STARTUP_HOOKS names this assembly. From
/// then on SQLite answers before the disk does (<c>synchronous=NORMAL</c>). The product itself has no such switch.
/// </summary>
#pragma warning disable CA1050, MA0047, MA0048 // .NET looks for a type of this name in no namespace.
static class StartupHook
#pragma warning restore CA1050, MA0047, MA0048
{
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new EachListener());

    static void Weaken(DbContext? db)
    {
        if (db is null)
            return;
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA synchronous = NORMAL";
        command.ExecuteNonQuery();
    }

    sealed class EachListener : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(new EachEvent());
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }

    sealed class EachEvent : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            // A transaction keeps what it began with; so before each, and before what needs none.
            if (value.Value is TransactionStartingEventData begins)
                Weaken(begins.Context);
            else if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command.Transaction: null } runs)
                Weaken(runs.Context);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
