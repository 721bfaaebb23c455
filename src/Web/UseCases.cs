using Songthang.Web.Features.Accounts;
using Songthang.Web.Features.Importing;

namespace Songthang.Web;

/// <summary>What can be done, slice by slice.</summary>
static class UseCases
{
    public static IServiceCollection AddUseCases(this IServiceCollection services) => services
        // Accounts
        .AddScoped<SignInOfficer>()
        .AddScoped<EndSession>()
        // Importing
        .AddScoped<ImportServiceRequests>()
        .AddScoped<LoadDemo>();
}
