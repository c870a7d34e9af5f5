using System.Text.Json;
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

        /// <summary>Looks at a picture in PNG.</summary>
        public async Task<Drawing> Look(byte[] png)
        {
            IPage easel = await _context.NewPageAsync();
            string seen = await easel.EvaluateAsync<string>(
                """
                async png => {
                  const image = new Image();
                  image.src = `data:image/png;base64,${png}`;
                  await image.decode();
                  const { width, height } = image;
                  const canvas = document.createElement('canvas');
                  [canvas.width, canvas.height] = [width, height];
                  const context = canvas.getContext('2d');
                  context.drawImage(image, 0, 0);
                  const { data } = context.getImageData(0, 0, width, height);
                  const bands = new Array(20).fill(0), hues = new Array(6).fill(0);
                  for (let at = 0; at < data.length; at += 4) {
                    const [red, green, blue] = [data[at], data[at + 1], data[at + 2]];
                    if (Math.abs(red - data[0]) + Math.abs(green - data[1]) + Math.abs(blue - data[2]) > 60) {
                      bands[Math.floor(at / data.length * bands.length)]++;
                    }
                    const most = Math.max(red, green, blue), spread = most - Math.min(red, green, blue);
                    if (spread > 80) {
                      const hue = most === red ? (green - blue) / spread + 6 : most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
                      hues[Math.floor(hue) % 6]++;
                    }
                  }
                  return JSON.stringify({
                    width,
                    corner: Math.max(data[0], data[1], data[2]),
                    hues: hues.filter(count => count > 50).length,
                    leastInk: Math.min(...bands) / (width * height / bands.length),
                  });
                }
                """,
                Convert.ToBase64String(png));
            return JsonSerializer.Deserialize<Drawing>(seen, JsonSerializerOptions.Web)!;
        }

        public ValueTask DisposeAsync() => _context.DisposeAsync();
    }

    /// <summary>What a picture looks like.</summary>
    /// <param name="Width">Pixels from left to right.</param>
    /// <param name="Corner">How bright its first corner is, from 0 to 255.</param>
    /// <param name="Hues">How many sixths of the circle of colours it has lively colours of.</param>
    /// <param name="LeastInk">The share of pixels unlike the corner in the emptiest twentieth of its height.</param>
    internal sealed record Drawing(int Width, int Corner, int Hues, double LeastInk);
}
