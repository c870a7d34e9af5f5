namespace GraphGen.Generator.Planning;

/// <summary>Where a value lies.</summary>
internal abstract record Location;

/// <summary>A matrix with a row for each row of the batch, from column block <paramref name="Block"/> of the workspace on.</summary>
internal sealed record WorkspaceMatrix(int Block) : Location;

/// <summary>A vector that one segment leaves for another, in an arena of their own.</summary>
internal sealed record WorkspaceVector(int Offset) : Location;

internal sealed record InParameters(int Offset) : Location;

internal sealed record InGradients(int Offset) : Location;

internal sealed record InAverages(int Offset) : Location;

/// <summary>A copy of parameters in another form: transposed weights, folded batch normalisation.</summary>
internal sealed record InDerived(int Offset) : Location;
