using Xunit;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>A test in a real browser. Without one it is skipped, and says so.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Executable is null)
        {
            Skip = $"There is no Chromium on the path. Install one, or name its executable in {Chromium.Variable}.";
        }
    }
}
