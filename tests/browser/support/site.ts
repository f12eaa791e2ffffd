import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { test as base, inject } from "vitest";

const siteUrl = inject("siteUrl");

/** The address of a page or file of the built site, given from the site's base; that of another site as it is. */
export const siteAddress = (path: string): string => new URL(path, siteUrl).href;

/** Messages of the console that a page is not to leave. */
const LOUD = ["error", "warning", "assert"];

/** Opens a page of the built site, given from the site's base (`response/`), or of another by its whole address, in a browser of its own that reaches nothing else. */
export type Open = (path: string, options?: BrowserContextOptions) => Promise<Page>;

/** Hears of each request that would leave the site of an address, which the browser then finds no host for, and of each error of its pages. */
function listen(context: BrowserContext, address: string, complaints: string[]): void {
  const { origin } = new URL(address);
  context.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) complaints.push(`request that leaves the site: ${request.url()}`);
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on("console", (message) => {
    const isFault = LOUD.includes(message.type()) && !message.text().startsWith("Failed to load resource");
    if (isFault) complaints.push(`console of ${message.page()?.url()}: ${message.text()}`);
  });
}

/**
 * `test` with a real browser. A test fails when its pages ask for anything outside the site, throw, log an error or a warning
 * (a breach of the content security policy among them), or name a file of the site that is not there; `complaints` has what was noticed,
 * and a test that means to see one takes it out.
 */
export const test = base.extend<{ browser: Browser; complaints: string[]; open: Open }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from its parameter's pattern
    async ({}, use) => {
      const browser = await chromium.connect(inject("browserEndpoint"));
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from its parameter's pattern
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    if (complaints.length) throw new Error(complaints.join("\n"));
  },
  open: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (path, options) => {
      const context = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options });
      contexts.push(context);
      listen(context, siteAddress(path), complaints);
      const page = await context.newPage();
      page.on("response", (response) => {
        if (response.status() >= 400 && !response.request().isNavigationRequest())
          complaints.push(`${response.status()}: ${response.url()}`);
      });
      await page.goto(siteAddress(path));
      return page;
    });
    for (const context of contexts) await context.close();
  },
});
