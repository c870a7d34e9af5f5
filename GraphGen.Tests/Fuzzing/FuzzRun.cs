namespace GraphGen.Tests.Fuzzing;

/// <summary>Runs cases together, and those that fail alone and ever smaller.</summary>
internal static class FuzzRun
{
    private const int Batch = 250;
    private const int WhollyCompiled = 1;
    private const int Edits = 36;
    private const int ShrinkingRounds = 60;

    /// <summary>Runs <paramref name="cases"/> in a few programs.</summary>
    public static async Task<Findings> Of(IEnumerable<FuzzCase> cases)
    {
        var findings = new Findings();
        foreach (FuzzCase[] batch in cases.Chunk(Batch))
        {
            findings.Add(await Together(batch));
        }

        return findings;
    }

    /// <summary>What the smallest case that still fails is, and how.</summary>
    public static async Task<string> Shrink(FuzzCase failing)
    {
        string problem = await ProblemOf(failing) ?? "";
        int rounds = 0;
        for (FuzzCase? smaller = failing; smaller is not null && rounds < ShrinkingRounds;)
        {
            smaller = null;
            foreach (FuzzCase candidate in Smaller(failing))
            {
                if (rounds++ < ShrinkingRounds && await ProblemOf(candidate) is { } remaining)
                {
                    (failing, smaller, problem) = (candidate, candidate, remaining);
                    break;
                }
            }
        }

        return $"{failing}\n=> {problem}";
    }

    /// <summary>What fails in the case alone, or null.</summary>
    public static async Task<string?> ProblemOf(FuzzCase single)
    {
        try
        {
            return (await Judge([single])).Failures.Select(failure => failure.Problem).FirstOrDefault();
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Halves the cases until the one is found that makes the generator or an analyzer throw.</summary>
    private static async Task<Findings> Together(FuzzCase[] cases)
    {
        try
        {
            return await Judge(cases);
        }
        catch (InvalidOperationException exception)
        {
            var findings = new Findings();
            if (cases.Length == 1)
            {
                findings.Failures.Add((cases[0].Number, exception.Message));
                return findings;
            }

            foreach (FuzzCase[] half in cases.Chunk((cases.Length + 1) / 2))
            {
                findings.Add(await Together(half));
            }

            return findings;
        }
    }

    private static async Task<Findings> Judge(FuzzCase[] cases)
    {
        FuzzedProgram program = await FuzzedProgram.Of(cases);
        Findings findings = program.Judge(WhollyCompiled);
        using var edits = new FuzzedEdits(program);
        findings.Add(await edits.CarryOut(Edits));
        return findings;
    }

    private static IEnumerable<FuzzCase> Smaller(FuzzCase failing)
    {
        for (int file = 0; file < failing.Files.Count; file++)
        {
            if (failing.Files.Count > 1)
            {
                yield return failing with { Files = [.. failing.Files.Where((_, index) => index != file)] };
            }

            string[] lines = failing.Files[file].Split('\n');
            for (int line = 0; line < lines.Length; line++)
            {
                string shorter = string.Join('\n', lines.Where((_, index) => index != line));
                yield return failing with { Files = [.. failing.Files.Select((text, index) => index == file ? shorter : text)] };
            }
        }
    }
}
