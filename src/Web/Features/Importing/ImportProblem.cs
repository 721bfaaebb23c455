using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Importing;

/// <summary>Something in the file that must be put right before any of it is taken over.</summary>
/// <param name="Line">Line of the file, 1 for the heading.</param>
/// <param name="Column">Name of the column; empty when it is the whole line or file.</param>
/// <param name="Sentence">What is wrong and what is expected.</param>
public sealed record ImportProblem(int Line, string Column, Phrase Sentence);
