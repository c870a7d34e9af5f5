namespace GraphGen.Model;

/// <summary>What the activation of one layer is, and who says so.</summary>
/// <param name="Kind">The function.</param>
/// <param name="Alpha">Its slope, whether the function takes one or not.</param>
/// <param name="UpperAlpha">Its highest slope, whether the function takes one or not.</param>
internal sealed record ActivationArguments(Resolved<Act> Kind, Resolved<double> Alpha, Resolved<double> UpperAlpha)
{
    /// <summary>The function with the slopes that it takes.</summary>
    public ActivationFunction Function
    {
        get
        {
            var function = ActivationFunction.Of(Kind.Value);
            return function with
            {
                Alpha = TakesAlpha ? Alpha.Value : function.Alpha,
                UpperAlpha = TakesUpperAlpha ? UpperAlpha.Value : function.UpperAlpha,
            };
        }
    }

    /// <summary>Whether the function has a slope.</summary>
    public bool TakesAlpha => ActivationFunction.Of(Kind.Value).HasAlpha;

    /// <summary>Whether the function has a highest slope.</summary>
    public bool TakesUpperAlpha => Kind.Value == Act.RRelu;

    /// <summary>The activation of the layer at <paramref name="position"/>; null where that is neither dense nor an activation.</summary>
    public static ActivationArguments? Of(LayerStack stack, int position)
    {
        StackedLayer layer = stack.Layers[position];
        if (layer.Kind is not (AttributeKind.Dense or AttributeKind.Activation))
        {
            return null;
        }

        bool isDense = layer.Kind == AttributeKind.Dense;
        var resolver = new ArgumentResolver(layer, isDense ? stack.Defaults : null);
        Resolved<Act> kind = isDense ? KindOfDense(stack, position) : KindBy(resolver);
        var function = ActivationFunction.Of(kind.Value);
        return new(kind, resolver.Resolve("Alpha", function.Alpha), resolver.Resolve("UpperAlpha", function.UpperAlpha));
    }

    /// <summary>
    /// Defaults and presets speak of the activation of hidden layers, less those that leave it to an <c>[Activation]</c> behind.
    /// </summary>
    private static Resolved<Act> KindOfDense(LayerStack stack, int position)
    {
        bool isOpen = stack.IsHidden(position) && stack.StandaloneActivation(position) is null;
        Resolved<Act> said = KindBy(new ArgumentResolver(stack.Layers[position], isOpen ? stack.Defaults : null));
        return isOpen && said.Source == ArgumentSource.BuiltIn && stack.Recipe is { } recipe
            ? new(recipe.Activation, ArgumentSource.Preset, recipe.Attribute)
            : said;
    }

    private static Resolved<Act> KindBy(ArgumentResolver resolver) => resolver.Resolve("activation", (int)Act.Linear).As(number => (Act)number);
}
