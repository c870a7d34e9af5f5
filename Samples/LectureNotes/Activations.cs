using GraphGen;

/// <summary>
/// What first weights do to activations before any training: the experiment of the lecture notes, as figures and as a page of histograms.
/// </summary>
internal static class Activations
{
    private const ulong Seed = 1;

    /// <summary>Runs the experiment.</summary>
    /// <param name="arguments">The page's file name, or nothing.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        string file = arguments.Length > 0 ? arguments[0] : "activations.html";
        ActivationExperiment[] experiments = ActivationExperiment.RunAll(Seed);
        foreach (ActivationExperiment experiment in experiments)
        {
            Print(experiment);
        }

        try
        {
            File.WriteAllText(file, ActivationPage.Write(experiments));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Console.Error.WriteLine($"The page could not be written to '{file}': {failure.Message}");
            return 1;
        }

        Console.WriteLine($"Histograms: {Path.GetFullPath(file)}");
        return 0;
    }

    private static void Print(ActivationExperiment experiment)
    {
        Console.WriteLine($"{experiment.Title}: {experiment.Finding}");
        Console.WriteLine("  layer      mean  deviation  dead units  saturated outputs");
        foreach (LayerStatistics layer in experiment.Layers)
        {
            string saturated = float.IsNaN(layer.SaturatedShare) ? "-" : $"{100 * layer.SaturatedShare:F1}%";
            string dead = $"{100 * layer.DeadUnits:F1}%";
            Console.WriteLine($"  {layer.Name}  {layer.Outputs.Mean,7:G3}  {layer.Outputs.StandardDeviation,9:G3}  {dead,10}  {saturated,17}");
        }

        Console.WriteLine();
    }
}
