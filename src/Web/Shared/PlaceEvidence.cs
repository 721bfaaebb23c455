using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Shared;

/// <summary>What officers are told of a request's place: suggestions with their evidence.</summary>
/// <param name="Owner">Whose the lamp probably is; null when nothing says so.</param>
/// <param name="Guess">In which tambon the position lies; null without a position.</param>
/// <param name="TambonCode">The tambon that the request says; empty when it says none.</param>
public sealed record PlaceEvidence(LampOwner? Owner, TambonGuess? Guess, string TambonCode);
