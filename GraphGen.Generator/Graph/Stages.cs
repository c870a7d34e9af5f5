namespace GraphGen.Generator.Graph;

/// <summary>The layers that no declaration names. Members start with a capital letter, so no layer of a user's is called alike.</summary>
internal static class Stages
{
    public const string Input = "input";
    public const string Features = "features";
    public const string Loss = "loss";
    public const string Output = "output";
}
