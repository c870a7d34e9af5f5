using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace GraphGen;

/// <summary>
/// The parameters and moving statistics of one network, in the order of its layers.
/// <c>foreach</c> over it allocates nothing.
/// </summary>
public sealed class ParameterCollection : IReadOnlyList<Parameter>
{
    private readonly Parameter[] _parameters;
    private readonly Dictionary<string, Parameter> _byName;

    /// <summary>For emitted code: collects the parameters of a network's layers.</summary>
    /// <param name="layers">The layers in their order.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ParameterCollection(Layer[] layers)
        : this(layers.SelectMany(layer => layer.Parameters).ToArray().AsSpan())
    {
    }

    /// <summary>Collects the parameters of one network.</summary>
    /// <param name="parameters">In the order of the layers.</param>
    /// <exception cref="ArgumentException">Two parameters share a name, or belong to different networks.</exception>
    internal ParameterCollection(params ReadOnlySpan<Parameter> parameters)
    {
        _parameters = parameters.ToArray();
        _byName = new Dictionary<string, Parameter>(_parameters.Length, StringComparer.Ordinal);
        foreach (Parameter parameter in _parameters)
        {
            if (!_byName.TryAdd(parameter.Name, parameter))
            {
                throw new ArgumentException($"Two parameters are named '{parameter.Name}'.", nameof(parameters));
            }

            if (!ReferenceEquals(parameter.Network, _parameters[0].Network))
            {
                throw new ArgumentException(
                    $"Parameter '{parameter.Name}' belongs to another network than '{_parameters[0].Name}'.",
                    nameof(parameters));
            }
        }
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _parameters.Length;

    /// <summary>The parameter at a position.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none at that position.</exception>
    public Parameter this[int index] => (uint)index < (uint)_parameters.Length
        ? _parameters[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {_parameters.Length} parameters.");

    /// <summary>The parameter of a name, such as <c>dense1.weight</c>. Case matters.</summary>
    /// <exception cref="KeyNotFoundException">There is none: the message lists the names that there are, and guesses which was meant.</exception>
    public Parameter this[string name] => _byName.TryGetValue(name, out Parameter? parameter)
        ? parameter
        : throw new KeyNotFoundException(KnownNames.Missing("parameter", name, _parameters.Select(known => known.Name)));

    /// <summary>Looks a parameter up without throwing.</summary>
    /// <returns>Whether there is one of that name.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out Parameter? parameter) => _byName.TryGetValue(name, out parameter);

    /// <summary>Enumerates in the order of the layers.</summary>
    public Enumerator GetEnumerator() => new(_parameters);

    IEnumerator<Parameter> IEnumerable<Parameter>.GetEnumerator() => ((IEnumerable<Parameter>)_parameters).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _parameters.GetEnumerator();

    /// <summary>Tells the network, if there is one, that all values were replaced: what the optimizer gathered belongs to the old ones.</summary>
    internal void Replaced()
    {
        if (_parameters.Length > 0)
        {
            _parameters[0].Network.ParametersChanged();
            _parameters[0].Network.ResetOptimizer();
        }
    }

    /// <summary>Walks a collection without allocating.</summary>
    public struct Enumerator
    {
        private readonly Parameter[] _parameters;
        private int _index;

        internal Enumerator(Parameter[] parameters)
        {
            _parameters = parameters;
            _index = -1;
        }

        /// <summary>The parameter at the present position.</summary>
        public readonly Parameter Current => _parameters[_index];

        /// <summary>Goes one further.</summary>
        /// <returns>Whether there is another parameter.</returns>
        public bool MoveNext() => ++_index < _parameters.Length;
    }
}
