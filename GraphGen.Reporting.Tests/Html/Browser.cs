using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>One browser for all tests. Each page has a window of its own and remembers what it complained of and asked for.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Executable is { } executable)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = ["--no-sandbox"] });
        }
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }

    /// <summary>Opens a file.</summary>
    internal async Task<OpenPage> Open(
        string path, int width = 1200, ColorScheme scheme = ColorScheme.Light, bool hasScript = true, int height = 900)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = hasScript,
        });
        var opened = new OpenPage(context, await context.NewPageAsync());
        await opened.Page.GotoAsync(new Uri(Path.GetFullPath(path)).AbsoluteUri);
        return opened;
    }

    /// <summary>A page, what it asked for and what it complained of.</summary>
    internal sealed class OpenPage : IAsyncDisposable
    {
        private readonly IBrowserContext _context;

        public OpenPage(IBrowserContext context, IPage page)
        {
            _context = context;
            Page = page;
            page.Request += (_, request) => Requests.Add(request.Url);
            page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
            page.PageError += (_, error) => Complaints.Add(error);
        }

        public IPage Page { get; }

        /// <summary>The addresses that were asked for.</summary>
        public List<string> Requests { get; } = [];

        /// <summary>Everything that was written to the console, and every exception.</summary>
        public List<string> Complaints { get; } = [];

        /// <summary>Runs a function of <c>checks.js</c>, which lists what is wrong, and requires that nothing is.</summary>
        public async Task Requires(string check)
        {
            using var reader = new StreamReader(typeof(Browser).Assembly.GetManifestResourceStream("GraphGen.Reporting.Tests.Html.checks.js")!);
            string[] wrong = await Page.EvaluateAsync<string[]>($"() => {{ {await reader.ReadToEndAsync()}; return {check}(); }}");
            string.Join('\n', wrong).ShouldBe("");
        }

        public ValueTask DisposeAsync() => _context.DisposeAsync();
    }
}
