namespace GraphGen.Model;

/// <summary>What the arguments of one dense layer are that defaults and presets may speak of, and who says so.</summary>
/// <param name="Activation">The activation.</param>
/// <param name="Init">The initialiser, never <see cref="Model.Init.Auto"/>.</param>
/// <param name="InitScale">Its scale, whether it takes one or not.</param>
/// <param name="FanMode">The fan that it scales with.</param>
/// <param name="Gain">What the initial weights are multiplied with.</param>
/// <param name="L1">The penalty on absolute values.</param>
/// <param name="L2">The penalty on squares.</param>
/// <param name="PenalizeBias">Whether penalties count biases.</param>
/// <param name="MaxNorm">The largest norm of a unit's weights.</param>
/// <param name="Bias">Whether there is a bias.</param>
internal sealed record DenseArguments(
    ActivationArguments Activation,
    Resolved<Init> Init,
    Resolved<double> InitScale,
    Resolved<FanMode> FanMode,
    Resolved<double> Gain,
    Resolved<double> L1,
    Resolved<double> L2,
    Resolved<bool> PenalizeBias,
    Resolved<double> MaxNorm,
    Resolved<bool> Bias)
{
    /// <summary>Those of the layer at <paramref name="position"/>, a dense one.</summary>
    public static DenseArguments Of(LayerStack stack, int position)
    {
        var resolver = new ArgumentResolver(stack.Layers[position], stack.Defaults);
        ActivationArguments activation = ActivationArguments.Of(stack, position)!;
        if (TiedLayer.IsTied(stack.Layers[position]))
        {
            return Tied(activation, resolver.Resolve("Bias", BuiltIn.Bias));
        }

        Resolved<Init> init = Initializer(stack, position, resolver, activation.Kind);
        return new DenseArguments(
            activation,
            init,
            resolver.Resolve("InitScale", BuiltIn.InitScale(init.Value)),
            resolver.Resolve("FanMode", (int)Model.FanMode.Auto).As(number => (FanMode)number),
            resolver.Resolve("Gain", BuiltIn.Gain),
            resolver.Resolve("L1", 0.0),
            resolver.Resolve("L2", 0.0),
            resolver.Resolve("PenalizeBias", false),
            resolver.Resolve("MaxNorm", 0.0),
            resolver.Resolve("Bias", BuiltIn.Bias));
    }

    /// <summary>Those of a layer with another one's weights: nobody says anything of them here.</summary>
    private static DenseArguments Tied(ActivationArguments activation, Resolved<bool> bias)
    {
        return new DenseArguments(
            activation,
            Unsaid(AutomaticInit.For(activation.Kind.Value)),
            Unsaid(0.0),
            Unsaid(Model.FanMode.Auto),
            Unsaid(BuiltIn.Gain),
            Unsaid(0.0),
            Unsaid(0.0),
            Unsaid(false),
            Unsaid(0.0),
            bias);

        static Resolved<T> Unsaid<T>(T value) => new(value, ArgumentSource.BuiltIn, null);
    }

    private static Resolved<Init> Initializer(LayerStack stack, int position, ArgumentResolver resolver, Resolved<Act> activation)
    {
        Resolved<Init> said = resolver.Resolve("init", (int)Model.Init.Auto, unsaid: (int)Model.Init.Auto).As(number => (Init)number);
        if (said.Source != ArgumentSource.BuiltIn)
        {
            return said;
        }

        return activation.Source == ArgumentSource.Preset && stack.Recipe is { } recipe
            ? new(recipe.Init, ArgumentSource.Preset, recipe.Attribute)
            : said with { Value = AutomaticInit.For(Effective(stack, position, activation.Value)) };
    }

    /// <summary>What the layer's outputs go into: its own activation, or that of the <c>[Activation]</c> which it leaves it to.</summary>
    private static Act Effective(LayerStack stack, int position, Act own) =>
        own == Act.Linear && stack.StandaloneActivation(position) is { } standalone ? (Act)standalone.Value("activation", (int)Act.Linear) : own;
}
