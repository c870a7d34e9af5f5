namespace GraphGen.Model;

/// <summary>Turns a sound declaration into a record.</summary>
internal static class RecordCompleter
{
    /// <summary>The record that <paramref name="declaration"/>, in which no rule found an error, stands for.</summary>
    public static RecordSpec Complete(RecordDeclaration declaration) => new(
        declaration.Namespace,
        new(declaration.ContainingTypes.Select(Completer.Header)),
        declaration.Type.Keyword,
        Identifier.Escape(declaration.Type.Name),
        FullName(declaration),
        new(declaration.FeatureIndices.Select(index => Feature(declaration.Members[index]))),
        Label([.. declaration.LabelIndices.Select(index => declaration.Members[index])]));

    private static string FullName(RecordDeclaration declaration)
    {
        string types = string.Join("+", declaration.ContainingTypes.Append(declaration.Type).Select(type => type.Name));
        return declaration.Namespace.Length > 0 ? $"{declaration.Namespace.Replace("@", "")}.{types}" : types;
    }

    private static FeatureSpec Feature(RecordMember member) => member.Value switch
    {
        { Kind: ValueKind.Truth, IsNullable: var isNullable } => new TruthFeature(member.Name, member.Missing, isNullable),
        { Kind: ValueKind.Enum, Enum: { } values } when !member.IsOrdinal => new OneHotFeature(member.Name, member.Missing, values),
        { Kind: ValueKind.Enum, Enum: { IsFlags: false } values, IsNullable: var isNullable } =>
            new OrdinalFeature(member.Name, member.Missing, isNullable, values),
        { Kind: ValueKind.Vector, Vector: { } vector } => new VectorFeature(member.Name, member.Missing, vector, member.Length!.Value),
        { Kind: ValueKind.Real or ValueKind.WideInteger } or { IsNullable: true } =>
            new NumberFeature(member.Name, member.Missing, member.Value.IsNullable, IsSingle: member.Value.Type is "float" or "float?"),
        _ => new IntegerFeature(member.Name),
    };

    /// <summary>One class, or any number of targets.</summary>
    private static LabelSpec? Label(IReadOnlyCollection<RecordMember> labels) => labels.FirstOrDefault() switch
    {
        null => null,
        { Value: { Kind: ValueKind.Enum, Enum: { } values } } label => new EnumLabel(label.Name, label.Accessibility, values),
        { Value.Kind: ValueKind.Truth } label => new TruthLabel(label.Name),
        { Value.Kind: ValueKind.Integer } label => new IntegerLabel(label.Name),
        _ => new TargetsLabel(new(labels.Select(label => label.Name))),
    };
}
