import type { Browser } from "playwright-core";
import { serve } from "../../tools/serve.ts";
import { countingProxy } from "./counting-proxy.ts";
import type { Subject } from "./subjects.ts";
import { firstChart, SLOW_LINE, visit } from "./visit.ts";

/** Milliseconds of the changes of a filter. */
export interface Changes {
  median: number;
  p95: number;
}

export interface PageSpeed {
  name: string;
  changes: Changes;
  /** With the processor slowed down four times. */
  changesSlowed: Changes;
  /** Bytes until the page is loaded, and what the first filter adds. */
  firstView: number;
  firstFilter: number;
  /** Milliseconds until the first chart is painted: from this machine, and by a slow line. */
  firstChart: number;
  firstChartSlowLine: number;
}

const CHANGES = 20;
const WARM_UP = 4;
const VISITS = 3;
const REGIONS = ["east", "south", "north", "west"];
const LINES = ["sensors", "controllers", "gateways"];

/** Changes as a reader makes them: a region, another, a second one, a product line, all again. */
const STEPS: readonly (readonly [string, readonly string[]])[] = [
  ...REGIONS.map((region) => ["region", [region]] as const),
  ["region", REGIONS.slice(0, 2)],
  ["product_line", LINES.slice(0, 1)],
  ["product_line", LINES.slice(0, 2)],
  ["region", []],
  ["product_line", LINES.slice(2)],
  ["product_line", []],
];

/** The value that a share of the others do not exceed, by nearest rank. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const roundedTo = (value: number) => Math.round(value * 10) / 10;

async function measureChanges(
  browser: Browser,
  url: string,
  { subject, processor }: { subject: Subject; processor?: number },
): Promise<Changes> {
  const page = await visit(browser, url, processor ? { processor } : {});
  await subject.ready(page);
  const times: number[] = [];
  for (let i = 0; i < CHANGES + WARM_UP; i++) {
    const [dimension, members] = STEPS[i % STEPS.length] as (typeof STEPS)[number];
    const milliseconds = await subject.change(page, dimension, members);
    if (i >= WARM_UP) times.push(milliseconds);
    await page.waitForTimeout(100);
  }
  await page.context().close();
  return { median: roundedTo(quantile(times, 0.5)), p95: roundedTo(quantile(times, 0.95)) };
}

async function measureFirstChart(browser: Browser, url: string, line?: typeof SLOW_LINE): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < VISITS; i++) {
    const page = await visit(browser, url, line ? { line } : {});
    times.push(await firstChart(page));
    await page.context().close();
  }
  return roundedTo(quantile(times, 0.5));
}

/** Bytes of the first view, and of all that comes up to the first redrawn filter. */
async function measureBytes(browser: Browser, url: string, subject: Subject): Promise<{ firstView: number; firstFilter: number }> {
  const proxy = await countingProxy(url);
  const page = await visit(browser, proxy.url);
  const firstView = proxy.taken();
  await subject.ready(page);
  await subject.change(page, ...(STEPS[0] as (typeof STEPS)[number]));
  await page.waitForTimeout(500);
  const firstFilter = proxy.taken();
  await page.context().close();
  await proxy.close();
  return { firstView, firstFilter };
}

/** Measures a page of a folder that is served from here. */
export async function measurePage(browser: Browser, dir: string, subject: Subject): Promise<PageSpeed> {
  const server = await serve({ dir, base: "/", port: 49_152 });
  const url = new URL(subject.path, server.url).href;
  try {
    return {
      name: subject.name,
      ...(await measureBytes(browser, url, subject)),
      firstChart: await measureFirstChart(browser, url),
      firstChartSlowLine: await measureFirstChart(browser, url, SLOW_LINE),
      changes: await measureChanges(browser, url, { subject }),
      changesSlowed: await measureChanges(browser, url, { subject, processor: 4 }),
    };
  } finally {
    await server.close();
  }
}
