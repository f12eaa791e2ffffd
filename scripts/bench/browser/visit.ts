import type { Browser, CDPSession, Page } from "playwright-core";

/** How a browser is slowed down; nothing is by default. */
export interface Slowness {
  /** Times by which the processor is slower. */
  processor?: number;
  /** A line of so many bits per second and milliseconds to respond. */
  line?: { bits: number; milliseconds: number };
}

/** The slow line of the aims: 10 Mbit/s, 40 ms. */
export const SLOW_LINE = { bits: 10_000_000, milliseconds: 40 };

/** Shows five figures of our page, and the four of the peer. */
const VIEWPORT = { width: 1280, height: 1100 };

/** Notes when the first chart is painted: the first drawing with marks, and the frame that shows it. */
const WATCH_FIRST_CHART = `
  new MutationObserver((_, observer) => {
    if (!document.querySelector("svg path, svg rect, svg circle")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { performance.mark("first-chart"); document.documentElement.setAttribute("data-first-chart", ""); }));
  }).observe(document, { childList: true, subtree: true });
`;

async function slowDown(session: CDPSession, { processor, line }: Slowness): Promise<void> {
  if (processor) await session.send("Emulation.setCPUThrottlingRate", { rate: processor });
  if (!line) return;
  const throughput = line.bits / 8;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: line.milliseconds,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
}

/** Opens a page in a browser that has loaded nothing before, and waits until it is loaded. The caller closes the page's context. */
export async function visit(browser: Browser, url: string, slowness: Slowness = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "zh-CN" });
  const page = await context.newPage();
  await slowDown(await context.newCDPSession(page), slowness);
  await page.addInitScript(WATCH_FIRST_CHART);
  await page.goto(url, { waitUntil: "load", timeout: 300_000 });
  return page;
}

/** Milliseconds from the start of a navigation until the first chart was painted. */
export async function firstChart(page: Page): Promise<number> {
  await page.waitForSelector("html[data-first-chart]", { state: "attached", timeout: 300_000 });
  return page.evaluate(`performance.getEntriesByName("first-chart")[0].startTime`);
}
