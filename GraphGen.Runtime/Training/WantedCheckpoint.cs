namespace GraphGen.Execution;

/// <summary>A checkpoint that a callback has asked for.</summary>
/// <param name="Path">The file.</param>
/// <param name="Writing">Called before it is written, so that the callback's state in it knows of it.</param>
/// <param name="Written">Called when it is complete.</param>
/// <param name="IsOnlyForStops">Whether it is wanted only where the fit stops here.</param>
internal readonly record struct WantedCheckpoint(string Path, Action? Writing = null, Action? Written = null, bool IsOnlyForStops = false);
