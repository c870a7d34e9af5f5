using System.Globalization;
using GraphGen.Reporting.Html;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>What a reader sees, in a real browser.</summary>
[Collection(PageCollection.Name)]
public sealed class PageTests(Pages pages, Browser browser)
{
    [BrowserFact]
    public async Task No_page_complains_or_asks_for_anything_but_itself()
    {
        foreach (string path in All())
        {
            await using Browser.OpenPage opened = await browser.Open(path);
            await opened.Page.WaitForTimeoutAsync(200);

            opened.Complaints.ShouldBeEmpty();
            opened.Requests.ShouldAllBe(address => address.StartsWith("file://") || address.StartsWith("data:"));
        }
    }

    [BrowserFact]
    public async Task The_policy_forbids_every_network_and_every_foreign_script()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);
        string answer = await opened.Page.EvaluateAsync<string>(
            """
            async () => {
              const script = document.createElement('script');
              script.textContent = 'window.harmed = 1';
              document.body.append(script);
              const fetched = await fetch('http://127.0.0.1:9/').then(() => 'fetched', error => error.constructor.name);
              const image = new Image();
              const loaded = new Promise(resolve => { image.onload = () => resolve('loaded'); image.onerror = () => resolve('refused'); });
              image.src = 'http://127.0.0.1:9/a.png';
              return `${window.harmed} ${fetched} ${await loaded}`;
            }
            """);
        answer.ShouldBe("undefined TypeError refused");
        opened.Complaints.ShouldAllBe(complaint => complaint.Contains("Content Security Policy"));
    }

    [BrowserFact]
    public async Task Points_of_the_curves_are_where_the_data_say()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);
        await RequireLine(opened, "loss", 0, epoch => epoch.Loss);
        await RequireLine(opened, "loss", 1, epoch => epoch.ValidationLoss!.Value);
        await RequireLine(opened, "accuracy", 0, epoch => epoch.Accuracy);
        await RequireLine(opened, "accuracy", 1, epoch => epoch.ValidationAccuracy!.Value);
        await RequireLine(opened, "metrics-1", 0, epoch => epoch.Metrics["f1_macro"]);
        await RequireLine(opened, "rate", 0, epoch => epoch.LearningRate);
    }

    [BrowserFact]
    public async Task Points_say_their_values()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);
        EpochRecord third = pages.Run.History.Epochs[2];
        string? label = await opened.Page.Locator("#loss .point").Nth(2).GetAttributeAsync("aria-label");
        label.ShouldBe($"Epoch 3: training {Figures.Number(third.Loss)}, validation {Figures.Number(third.ValidationLoss!.Value)}");

        const string Guides = "() => [...document.querySelectorAll('.guide')].filter(guide => getComputedStyle(guide).visibility === 'visible').length";
        (await opened.Page.EvaluateAsync<int>(Guides)).ShouldBe(0);
        await opened.Page.Locator("#loss .point").Nth(2).HoverAsync();
        (await opened.Page.EvaluateAsync<int>(Guides)).ShouldBe(1);
        (await opened.Page.Locator("#tip > *").AllTextContentsAsync()).ShouldBe(
            ["Epoch 3", $"training {Figures.Number(third.Loss)}", $"validation {Figures.Number(third.ValidationLoss!.Value)}"]);
        await opened.Page.Keyboard.PressAsync("Escape");
        (await opened.Page.Locator("#tip").IsHiddenAsync()).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task The_table_holds_what_the_history_holds()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);
        string[][] rows = await Cells(opened, "#epochs tbody tr");
        rows.Length.ShouldBe(pages.Run.History.Epochs.Count);
        foreach ((EpochRecord epoch, string[] cells) in pages.Run.History.Epochs.Zip(rows))
        {
            cells.ShouldBe(
            [
                $"{epoch.Epoch}{(epoch.Epoch == BestEpoch.Of(pages.Run.History)!.Epoch ? " (best)" : "")}",
                Figures.Number(epoch.Loss), Figures.Percent(epoch.Accuracy),
                Figures.Number(epoch.ValidationLoss!.Value), Figures.Percent(epoch.ValidationAccuracy!.Value),
                Figures.Number(epoch.Metrics["f1_macro"]), Figures.Number(epoch.Metrics["top2_accuracy"]),
                Figures.Number(epoch.LearningRate), epoch.Seconds.ToString("0.00", CultureInfo.InvariantCulture),
                Figures.Count((long)epoch.SamplesPerSecond),
            ]);
        }
    }

    [BrowserFact]
    public async Task The_confusion_matrix_and_the_scores_are_those_of_an_evaluation()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);
        int[] labels = pages.Run.Validation!.Labels.ToArray();
        int[] predicted = [.. pages.Predictions.Chunk(BarImages.Kinds).Select(row => Array.IndexOf(row, row.Max()))];
        string[][] rows = await Cells(opened, ".confusion tbody tr");
        for (int actual = 0; actual < BarImages.Kinds; actual++)
        {
            rows[actual].ShouldBe(
                [Pages.ClassNames[actual], .. Enumerable.Range(0, BarImages.Kinds).Select(column => $"{labels.Zip(predicted).Count(pair => pair == (actual, column))}")]);
        }

        string[][] scores = await Cells(opened, "table[aria-labelledby=recall-name] tbody tr");
        for (int kind = 0; kind < BarImages.Kinds; kind++)
        {
            double right = labels.Zip(predicted).Count(pair => pair == (kind, kind));
            scores[kind][2].ShouldBe(Figures.Percent(right / predicted.Count(label => label == kind)));
            scores[kind][3].ShouldBe(Figures.Percent(right / labels.Count(label => label == kind)));
        }
    }

    [BrowserFact]
    public async Task Mistakes_are_shown_as_the_images_that_they_are()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);
        Mistake worst = ClassOutcome.Of(pages.Run.Network.Info, pages.Run.Validation!, pages.Predictions, worst: 12)!.Worst[0];
        int[] shown = await opened.Page.Locator(".images img").First.EvaluateAsync<int[]>(
            """
            image => {
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
              const context = canvas.getContext('2d');
              context.drawImage(image, 0, 0);
              return [...context.getImageData(0, 0, canvas.width, canvas.height).data].filter((_, index) => index % 4 === 0);
            }
            """);
        shown.ShouldBe(pages.Run.Validation!.InputRow(worst.Row).ToArray().Select(value => (int)((255 * value) + 0.5f)));
        (await opened.Page.Locator(".images img").First.GetAttributeAsync("alt"))
            .ShouldBe($"Row {worst.Row}: {Pages.ClassNames[worst.Actual]}, taken for {Pages.ClassNames[worst.Predicted]}");
    }

    [BrowserFact]
    public async Task Names_are_text_and_never_markup()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);
        (await opened.Page.Locator("h1").TextContentAsync()).ShouldBe(Pages.Title);
        (await opened.Page.Locator(".confusion thead th").AllTextContentsAsync()).ShouldBe(Pages.ClassNames);
        (await opened.Page.EvaluateAsync<bool>("() => 'harmed' in window")).ShouldBeFalse();
        (await opened.Page.Locator("script").CountAsync()).ShouldBe(1);
    }

    [BrowserFact]
    public async Task Nothing_is_wider_than_a_phone()
    {
        foreach (string path in All())
        {
            await using Browser.OpenPage opened = await browser.Open(path, width: 360);
            await opened.Requires("overflow");
        }
    }

    [BrowserFact]
    public async Task Text_and_graphics_stand_out_in_light_and_dark()
    {
        foreach (string path in All())
        {
            foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await using Browser.OpenPage opened = await browser.Open(path, scheme: scheme);
                await opened.Requires("textContrast");
                await opened.Requires("graphicsContrast");
            }
        }
    }

    [BrowserFact]
    public async Task Pictures_and_controls_have_names_and_headings_are_in_order()
    {
        foreach (string path in All())
        {
            await using Browser.OpenPage opened = await browser.Open(path);
            await opened.Requires("names");
            await opened.Requires("structure");
        }
    }

    [BrowserFact]
    public async Task The_keyboard_reaches_each_chart_once_and_the_arrows_its_epochs()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);
        var charts = new List<string>();
        while (await Press(opened, "Tab") is { Length: > 0 } chart)
        {
            if (chart != "other")
            {
                charts.Add(chart);
            }
        }

        string[] drawn = await opened.Page.Locator(".chart").EvaluateAllAsync<string[]>("charts => charts.map(chart => chart.id)");
        charts.ShouldBe(drawn);

        await opened.Page.Locator("#accuracy .point").Last.FocusAsync();
        foreach ((string key, int epoch) in new[] { ("ArrowLeft", 11), ("Home", 1), ("ArrowLeft", 1), ("ArrowRight", 2), ("End", 12), ("ArrowRight", 12) })
        {
            await opened.Page.Keyboard.PressAsync(key);
            string label = await opened.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')");
            label.ShouldStartWith($"Epoch {epoch}:");
            (await opened.Page.Locator("#tip strong").TextContentAsync()).ShouldBe($"Epoch {epoch}");
        }

        (await opened.Page.Locator("#accuracy .point[tabindex='0']").CountAsync()).ShouldBe(1);
    }

    [BrowserFact]
    public async Task Keys_with_modifiers_are_left_to_the_browser()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);
        await opened.Page.Locator("#accuracy .point").Last.FocusAsync();
        foreach (string keys in new[] { "Alt+ArrowLeft", "Control+Home", "Shift+ArrowLeft", "Meta+ArrowLeft" })
        {
            await opened.Page.Keyboard.PressAsync(keys);
            (await opened.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')")).ShouldStartWith("Epoch 12:");
        }
    }

    [BrowserFact]
    public async Task Without_script_everything_is_there()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended, hasScript: false);
        (await opened.Page.Locator("#loss .point").CountAsync()).ShouldBe(12);
        (await opened.Page.Locator("#loss > svg").IsVisibleAsync()).ShouldBeTrue();
        (await opened.Page.Locator("#pause").IsVisibleAsync()).ShouldBeFalse();
        (await opened.Page.Locator("meta[http-equiv=refresh]").CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Layers_have_a_picture_of_their_outputs_and_of_their_gradients()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);
        int layers = pages.Run.Statistics[^1].Network.Layers.Count;
        (await opened.Page.Locator(".layer").CountAsync()).ShouldBe(layers);
        (await opened.Page.Locator(".ridges svg").CountAsync()).ShouldBe(2 * layers);
        (await opened.Page.Locator("#layer-0-outputs .ridge").CountAsync()).ShouldBe(12);
    }

    [BrowserFact]
    public async Task The_picture_of_the_network_names_every_layer_and_its_shape()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);
        NetworkInfo info = pages.Run.Network.Info;
        (await opened.Page.Locator(".flow b").AllTextContentsAsync()).ShouldBe(["input", .. info.Layers.Select(layer => layer.Name), "loss"]);
        (await opened.Page.Locator(".flow .shape").AllTextContentsAsync()).ShouldBe(
            ["[rows, 64]", .. info.Layers.Select(layer => $"[rows, {layer.Outputs}]")]);
    }

    [BrowserFact]
    public async Task Many_classes_become_the_pairs_most_often_confused_and_many_epochs_are_thinned_out()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Many);
        (await opened.Page.Locator(".confusion").CountAsync()).ShouldBe(0);
        (await Cells(opened, "table[aria-labelledby=confusion-name] tbody tr")).Length.ShouldBe(20);
        (await opened.Page.Locator("#loss .point").CountAsync()).ShouldBe(150);
        (await opened.Page.Locator("#loss .point").Last.GetAttributeAsync("aria-label"))!.ShouldStartWith("Epoch 300:");
        new FileInfo(pages.Many).Length.ShouldBeLessThan(300_000);
    }

    [BrowserFact]
    public async Task A_regression_is_drawn_against_its_targets()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Regression);
        (await opened.Page.Locator(".scatter svg").CountAsync()).ShouldBe(2);
        (await opened.Page.Locator("#classes, #accuracy").CountAsync()).ShouldBe(0);
        string? dots = await opened.Page.Locator("#output-0 .dots").GetAttributeAsync("d");
        dots!.Count(character => character == 'M').ShouldBe(100);
    }

    [BrowserFact]
    public async Task Paper_is_white_also_in_the_dark_and_shows_what_is_folded_up()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Ended, scheme: ColorScheme.Dark);
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        (await opened.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        await opened.Requires("textContrast");
        await opened.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => { details.open = false; })");

        const string Open = "() => document.querySelectorAll('details[open]').length";
        await opened.Page.EvaluateAsync("() => window.dispatchEvent(new Event('beforeprint'))");
        (await opened.Page.EvaluateAsync<int>(Open)).ShouldBe(await opened.Page.Locator("details").CountAsync());
        await opened.Page.EvaluateAsync("() => window.dispatchEvent(new Event('afterprint'))");
        (await opened.Page.EvaluateAsync<int>(Open)).ShouldBe(0);
    }

    [BrowserFact]
    public async Task Screenshots_are_as_wide_and_as_dark_as_asked_for_and_empty_nowhere()
    {
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "graphgen-report-screenshots")).FullName;
        foreach ((string name, int width, ColorScheme scheme) in new[]
        {
            ("light", 1200, ColorScheme.Light), ("dark", 1200, ColorScheme.Dark), ("phone", 360, ColorScheme.Light),
        })
        {
            await using Browser.OpenPage opened = await browser.Open(pages.Ended, width, scheme);
            byte[] picture = await opened.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
            Browser.Drawing drawing = await opened.Look(picture);
            drawing.Width.ShouldBe(width);
            drawing.Corner.ShouldBeInRange(scheme == ColorScheme.Dark ? 0 : 200, scheme == ColorScheme.Dark ? 60 : 255);
            drawing.Hues.ShouldBeGreaterThanOrEqualTo(3);
            drawing.LeastInk.ShouldBeGreaterThan(0.01);
        }
    }

    private string[] All() => [pages.Early, pages.Ended, pages.Binary, pages.Regression, pages.Many];

    private static async Task<string> Press(Browser.OpenPage opened, string key)
    {
        await opened.Page.Keyboard.PressAsync(key);
        return await opened.Page.EvaluateAsync<string>(
            """
            () => {
              const element = document.activeElement;
              return element === document.body ? '' : element.matches('.point') ? element.closest('.chart').id : 'other';
            }
            """);
    }

    private static Task<string[][]> Cells(Browser.OpenPage opened, string rows) =>
        opened.Page.Locator(rows).EvaluateAllAsync<string[][]>("rows => rows.map(row => [...row.cells].map(cell => cell.textContent))");

    /// <summary>Reads a line's corners back, and requires that they are a straight function of the data, measured by the ticks of the axis.</summary>
    private async Task RequireLine(Browser.OpenPage opened, string chart, int line, Func<EpochRecord, double> value)
    {
        double[][] points = await opened.Page.Locator($"#{chart} > svg > .line.s{line}").EvaluateAsync<double[][]>(
            "line => line.getAttribute('d').slice(1).split('L').map(point => point.split(' ').map(Number))");
        double[][] ticks = await opened.Page.Locator($"#{chart} .axis .value").EvaluateAllAsync<double[][]>(
            "ticks => ticks.map(tick => [Number(tick.getAttribute('y')), parseFloat(tick.textContent) * (tick.textContent.endsWith('%') ? 0.01 : 1)])");
        bool isLogarithmic = (await opened.Page.Locator($"#{chart} .axis .unit").First.TextContentAsync())!.EndsWith("logarithmic");
        Func<double, double> scale = isLogarithmic ? Math.Log10 : tick => tick;
        points.Length.ShouldBe(pages.Run.History.Epochs.Count);
        double first = scale(ticks[0][1]), last = scale(ticks[^1][1]);
        for (int epoch = 0; epoch < points.Length; epoch++)
        {
            double share = (points[epoch][1] - ticks[0][0]) / (ticks[^1][0] - ticks[0][0]);
            double tolerance = 0.1 / Math.Abs(ticks[^1][0] - ticks[0][0]);
            share.ShouldBe((scale(value(pages.Run.History.Epochs[epoch])) - first) / (last - first), tolerance);
            points[epoch][0].ShouldBe(60 + (410.0 * (epoch + 1) / 12), 0.06);
        }
    }
}
