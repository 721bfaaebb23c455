using Songthang.Domain.Thai;

namespace Songthang.Domain.Settings;

/// <summary>What pages, messages and papers say about the authority that runs this installation; what is empty is not shown.</summary>
/// <param name="ServiceName">Official name of the service, shown in the header; never empty in Thai.</param>
/// <param name="Name">The authority's full name; never empty in Thai.</param>
/// <param name="ShortName">The authority's short name.</param>
/// <param name="Division">The division that handles the requests.</param>
/// <param name="Address">Postal address of the division.</param>
/// <param name="Phone">Telephone number of the division as printed.</param>
/// <param name="Web">The authority's own web site (https).</param>
/// <param name="EService">The authority's e-service entrance (https).</param>
/// <param name="EServiceName">Words of the link to <paramref name="EService"/>.</param>
/// <param name="Logo">Key of the authority's emblem; empty for the program's own mark.</param>
public sealed record AgencyProfile(
    Phrase ServiceName, Phrase Name, Phrase ShortName, Phrase Division, Phrase Address, string Phone, string Web,
    string EService, Phrase EServiceName, string Logo = "");
