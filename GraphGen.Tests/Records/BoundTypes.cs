using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace GraphGen.Tests.Records;

/// <summary>The three kinds of the classic data set.</summary>
public enum Species
{
    Setosa,
    Versicolor,
    Virginica,
}

/// <summary>Values out of order, negative, far apart, and two names of one.</summary>
public enum Grade : long
{
    High = 5_000_000_000,
    Top = High,
    Low = -2,
    Middle = 1,
}

/// <summary>Several of these hold at once.</summary>
[Flags]
public enum Extras
{
    None = 0,
    Garden = 1,
    Lift = 2,
}

public partial record Flower(
    [Feature] float SepalLength, [Feature] float SepalWidth, [Feature] float PetalLength, [Feature] float PetalWidth, [Label] Species Species)
{
    public static Flower Some { get; } = new(5.1f, 3.5f, 1.4f, 0.2f, Species.Virginica);
}

/// <summary>One feature of every kind that is a single column.</summary>
public partial struct Numbers
{
    [Feature] public sbyte SignedByte;
    [Feature] public byte Byte;
    [Feature] public short Short;
    [Feature] public ushort UnsignedShort;
    [Feature] public int Integer;
    [Feature] public uint UnsignedInteger;
    [Feature] public long Long;
    [Feature] public ulong UnsignedLong;
    [Feature] public nint Native;
    [Feature] public nuint UnsignedNative;
    [Feature] public Int128 Wide;
    [Feature] public UInt128 UnsignedWide;
    [Feature] public Half Half;
    [Feature] public float Single;
    [Feature] public double Double;
    [Feature] public decimal Decimal;
    [Feature] public bool Truth;
    [Feature(Ordinal = true)] public Grade Grade;
    [Feature(Ordinal = true)] public Extras Extras;
}

/// <summary>The same, each of which may be missing.</summary>
public partial class MissingNumbers
{
    [Feature(Missing = -1)] public sbyte? SignedByte { get; set; }

    [Feature(Missing = -2)] public ulong? UnsignedLong { get; set; }

    [Feature(Missing = -3)] public Int128? Wide { get; set; }

    [Feature(Missing = -4)] public Half? Half { get; set; }

    [Feature(Missing = -5)] public float? Single { get; set; }

    [Feature(Missing = -6)] public double? Double { get; set; }

    [Feature(Missing = -7)] public decimal? Decimal { get; set; }

    [Feature(Missing = 0.5)] public bool? Truth { get; set; }

    [Feature(Missing = -8, Ordinal = true)] public Grade? Grade { get; set; }

    [Feature(Missing = 0)] public Species? Species { get; set; }

    [Feature(Missing = -9)] public double NaN { get; set; } = double.NaN;

    [Feature(Missing = 1e-3, Length = 2)] public float[]? Array { get; set; }
}

/// <summary>Several numbers in every kind of container.</summary>
public partial record Vectors
{
    [Feature(Length = 2)] public float[] Array { get; init; } = [1, 2];

    [Feature(Length = 2)] public List<double> List { get; init; } = [3, 4];

    [Feature(Length = 2)] public ReadOnlyMemory<byte> ReadOnlyMemory { get; init; } = new byte[] { 5, 6 };

    [Feature(Length = 2)] public Memory<Half> Memory { get; init; } = new[] { (Half)7, (Half)8 };

    [Feature(Length = 2)] public ImmutableArray<decimal> Immutable { get; init; } = [9, 10];

    [Feature(Length = 2)] public IReadOnlyList<int> Interface { get; init; } = [11, 12];

    [Feature(Length = 2)] public Collection<ulong> Collection { get; init; } = [13, 14];

    [Feature(Length = 2)] public ArraySegment<Int128> Segment { get; init; } = new Int128[] { 15, 16 };

    [Feature(Length = 2, Missing = 0)] public Memory<float>? Nullable { get; init; } = new float[] { 17, 18 };
}

/// <summary>Members that users of the type do not see.</summary>
public partial record struct Hidden
{
    private enum Kind
    {
        First,
        Second,
    }

    [Feature] private float secret = 3;
    [Feature] private readonly Kind kind = Kind.Second;
    [Label] private readonly Kind answer = Kind.Second;

    public Hidden()
    {
    }

    public float Secret
    {
        readonly get => secret;
        set => secret = value;
    }
}

/// <summary>Numbers to predict.</summary>
public partial record House(
    [Feature] double Area, [Feature] Grade Grade, [Label] decimal Price, [Label] float? Rent, [Label] Half Rooms);

/// <summary>Rows for prediction alone.</summary>
public partial record Unlabelled([Feature] int Value);

public partial record Measured([Feature(Length = 2)] float[] Values, [Label] int Class);

public partial record Counted([Feature] float Value, [Label] int Class);

public partial record Sold([Feature] float Value, [Label] bool? IsSold);

public partial record Small([Feature] float Value, [Label] byte Class);

public partial record Large([Feature] float Value, [Label] long Class);

public partial record Graded([Feature] float Value, [Label] Grade? Grade);
