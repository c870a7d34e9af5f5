using GraphGen;

namespace Shapes;

public static class Points
{
    public static Dataset Create()
    {
        var random = new Random(1);
        float[] points = [.. Enumerable.Range(0, 800).Select(_ => (2 * random.NextSingle()) - 1)];
        return new Dataset(points, inputSize: 2, [.. points.Chunk(2).Select(point => point[0] * point[1] > 0 ? 1 : 0)]);
    }
}
