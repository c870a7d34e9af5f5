namespace GraphGen.Tests.ChildPrograms;

/// <summary>What tests run in a process of its own: <c>dotnet GraphGen.Tests.dll train FOLDER SEED</c>.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not ["train", var folder, var seed])
        {
            Console.Error.WriteLine("These are tests: run them with dotnet test.");
            return 2;
        }

        new ResumingTraining(folder, ulong.Parse(seed, System.Globalization.CultureInfo.InvariantCulture)).Run();
        return 0;
    }
}
