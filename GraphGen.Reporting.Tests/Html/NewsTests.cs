using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>How an open page follows a training.</summary>
[Collection(PageCollection.Name)]
public sealed class NewsTests(Pages pages, Browser browser) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Report => _folder["report.html"];

    public void Dispose() => _folder.Dispose();

    [BrowserFact]
    public async Task An_open_page_takes_in_news_without_being_loaded_anew()
    {
        File.Copy(pages.Early, Report);
        await using Browser.OpenPage opened = await browser.Open(Report);
        IPage page = opened.Page;
        await page.EvaluateAsync("() => { window.isSame = true; }");
        await page.Locator("#epochs > summary").ClickAsync();
        await page.Locator("#layer-1-figures > summary").ClickAsync();
        await page.Locator("#accuracy .point").First.FocusAsync();
        await page.EvaluateAsync("() => document.querySelector('#layer-1').scrollIntoView({ behavior: 'instant' })");
        double top = await Top(page);

        Replace(pages.Late);
        await page.Locator("#loss .point").Nth(7).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

        (await page.EvaluateAsync<bool>("() => window.isSame === true")).ShouldBeTrue();
        (await page.Locator("details[open]").EvaluateAllAsync<string[]>("all => all.map(details => details.id)")).ShouldBe(["epochs", "layer-1-figures"]);
        (await page.Locator("#epochs tbody tr").CountAsync()).ShouldBe(8);
        (await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')")).ShouldStartWith("Epoch 1:");
        (await page.Locator("#tip strong").TextContentAsync()).ShouldBe("Epoch 1");
        (await Top(page)).ShouldBe(top, 1);
        (await page.Locator(".state").TextContentAsync())!.ShouldContain("epoch 8 of 12");
        await opened.Requires("names");
        await opened.Requires("structure");
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task News_make_the_same_page_as_opening_it_late()
    {
        File.Copy(pages.Early, Report);
        await using Browser.OpenPage followed = await browser.Open(Report);
        Replace(pages.Ended);
        await followed.Page.Locator("html:not([data-running])").WaitForAsync();
        await using Browser.OpenPage opened = await browser.Open(pages.Ended);

        const string Content = "() => document.querySelector('#page').innerHTML";
        (await followed.Page.EvaluateAsync<string>(Content)).ShouldBe(await opened.Page.EvaluateAsync<string>(Content));
        (await followed.Page.TitleAsync()).ShouldBe(await opened.Page.TitleAsync());
    }

    [BrowserFact]
    public async Task At_the_end_it_says_so_and_looks_no_more()
    {
        File.Copy(pages.Late, Report);
        await using Browser.OpenPage opened = await browser.Open(Report);
        (await opened.Page.Locator("#pause").IsVisibleAsync()).ShouldBeTrue();

        Replace(pages.Ended);
        await opened.Page.Locator("html:not([data-running])").WaitForAsync();
        (await opened.Page.Locator("#said").TextContentAsync())!.ShouldContain("Completed");
        (await opened.Page.Locator("#pause").IsVisibleAsync()).ShouldBeFalse();

        int before = opened.Requests.Count;
        await opened.Page.WaitForTimeoutAsync(1500);
        opened.Requests.Count.ShouldBe(before);
        (await opened.Page.Locator("iframe").CountAsync()).ShouldBe(0);
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Updates_can_be_paused()
    {
        File.Copy(pages.Early, Report);
        await using Browser.OpenPage opened = await browser.Open(Report);
        await opened.Page.Locator("#pause").ClickAsync();
        (await opened.Page.Locator("#pause").TextContentAsync()).ShouldBe("Resume updates");
        (await opened.Page.Locator("#age").TextContentAsync())!.ShouldStartWith("Paused: this is the state of ");

        Replace(pages.Late);
        await opened.Page.WaitForTimeoutAsync(1500);
        (await opened.Page.Locator("#loss .point").CountAsync()).ShouldBe(3);

        await opened.Page.Locator("#pause").ClickAsync();
        await opened.Page.Locator("#loss .point").Nth(7).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    [BrowserFact]
    public async Task A_page_whose_training_was_killed_says_that_there_are_no_news()
    {
        await MakeOld();
        await using Browser.OpenPage opened = await browser.Open(Report);
        (await opened.Page.Locator("#age").TextContentAsync())!.ShouldStartWith("No news for ");
    }

    [BrowserFact]
    public async Task A_page_that_is_paused_for_long_does_not_complain_of_it()
    {
        await MakeOld();
        await using Browser.OpenPage opened = await browser.Open(Report);
        await opened.Page.Locator("#pause").ClickAsync();
        (await opened.Page.Locator("#age").TextContentAsync())!.ShouldStartWith("Paused: ");
    }

    [BrowserFact]
    public async Task News_that_load_for_longer_than_the_page_takes_to_become_old_arrive()
    {
        File.Copy(pages.Early, Report);
        await using Browser.OpenPage opened = await browser.Open(Report);
        int looks = 0;
        await opened.Page.RouteAsync("**/report.html?at=*", async route =>
        {
            looks++;
            await Task.Delay(TimeSpan.FromSeconds(1.5));
            await route.ContinueAsync();
        });
        Replace(pages.Late);
        await opened.Page.Locator("#loss .point").Nth(7).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached, Timeout = 8000 });
        looks.ShouldBeGreaterThan(0);
    }

    [BrowserFact]
    public async Task Without_script_the_browser_reloads_the_page_of_a_running_fit()
    {
        await using Browser.OpenPage opened = await browser.Open(pages.Early, hasScript: false);
        (await opened.Page.Locator("meta[http-equiv=refresh]").GetAttributeAsync("content")).ShouldBe("2");
    }

    private static Task<double> Top(IPage page) => page.EvaluateAsync<double>("() => document.querySelector('#layer-1').getBoundingClientRect().top");

    /// <summary>A page that was written long ago.</summary>
    private async Task MakeOld()
    {
        string page = await File.ReadAllTextAsync(pages.Early);
        int at = page.IndexOf("data-written='", StringComparison.Ordinal) + "data-written='".Length;
        await File.WriteAllTextAsync(Report, page[..at] + "1" + page[page.IndexOf('\'', at)..]);
    }

    private void Replace(string path)
    {
        File.Copy(path, Report + ".new");
        File.Move(Report + ".new", Report, overwrite: true);
    }
}
