import { gzipSync } from "node:zlib";
import type { Page, Request } from "playwright-core";
import { describe, expect } from "vitest";
import { words as en } from "../../../src/i18n/en/words.ts";
import { words as zh } from "../../../src/i18n/zh/words.ts";
import { documentOf, readSiteFile } from "../support/files.ts";
import { answers, eventually, selects } from "../support/interactive.ts";
import { siteAddress, test } from "../support/site.ts";
import { LAPTOP, PHONE } from "../support/windows.ts";

const METRIC = "time-to-approval";
const PATH = `en/metrics/${METRIC}/`;

const packed = (file: string) => gzipSync(readSiteFile(file)).length;
const scriptOf = (path: string) => documentOf(path).querySelector("script[src]")?.getAttribute("src")?.slice(1) ?? "";

/** Files that a page asks for from now on, as paths of the site. */
function askedBy(page: Page): string[] {
  const asked: string[] = [];
  const origin = siteAddress("");
  page.on("request", (request: Request) => asked.push(request.url().replace(origin, "")));
  return asked;
}

/** Opens an empty page of the site, from which the next is gone to. */
const BLANK = "icon.svg";

describe("the first view", () => {
  test("has one small script and one stylesheet", () => {
    const script = scriptOf(PATH);
    expect(packed(script)).toBeLessThanOrEqual(8 * 1024);
    const styles = [...documentOf(PATH).querySelectorAll("link[rel=stylesheet]")];
    expect(styles).toHaveLength(1);
    expect(readSiteFile(script)).not.toMatch(/^import\b|\bfrom\s*["']\.\//);
  });

  test("asks for nothing but these until the page is read, and for each other file once", async ({ open }) => {
    const page = await open(BLANK);
    const asked = askedBy(page);
    // the last first: what is asked for before the page is loaded
    const before = new Promise<string[]>((resolve) => page.once("domcontentloaded", () => resolve([...asked])));
    await page.goto(siteAddress(PATH));
    expect((await before).filter((file) => !/^(en\/metrics|_astro\/document-head\.|icon\.svg)/.test(file))).toEqual([]);
    await answers(page);
    await page.locator("[data-item=region] .bar-button").click();
    await page.getByRole("button", { name: "Only East" }).click();
    await selects(page, "region=east");
    await page.locator("figure").last().scrollIntoViewIfNeeded();
    await eventually(() => asked.some((file) => file.startsWith("data/cubes/"))).toBe(true);
    const files = asked.filter((file) => file !== BLANK);
    expect(files.filter((file, i) => files.indexOf(file) !== i)).toEqual([]);
  });

  test("loads the rest at the first act, when the page is not yet idle", async ({ open }) => {
    const page = await open(BLANK);
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    const asked = askedBy(page);
    await page.goto(siteAddress(PATH));
    await page.waitForLoadState("load");
    expect(asked.filter((file) => file.includes("live-page"))).toEqual([]);
    await page.locator(`figure#${METRIC}-trend svg:visible`).hover();
    await answers(page);
    await page.mouse.move(500, 500);
    await page.locator(`figure#${METRIC}-trend svg:visible`).hover();
    await page.locator(".tip").waitFor();
  });

  test("goes by every key that was pressed before a figure's cube came", async ({ open }) => {
    const page = await open(BLANK);
    const { promise: isLetGo, resolve: letGo } = Promise.withResolvers<void>();
    await page.route(/data\/cubes\//, (route) => isLetGo.then(() => route.continue()));
    await page.goto(siteAddress(PATH));
    const figure = page.locator(`figure#${METRIC}-by-region metric-figure[tabindex]`);
    await figure.focus();
    for (const key of ["End", "ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
    letGo();
    await figure.locator(".hit.at").waitFor({ state: "attached" });
    const hits = figure.locator(".hit");
    expect(await hits.evaluateAll((all) => all.findIndex((hit) => hit.matches(".at")) - all.length)).toBe(-3);
  });
});

describe("a selection in the address", () => {
  /** Holds the cubes back; gives what lets them go. */
  async function holdCubes(page: Page): Promise<() => void> {
    const { promise: isLetGo, resolve: letGo } = Promise.withResolvers<void>();
    await page.route(/data\/cubes\//, (route) => isLetGo.then(() => route.continue()));
    return letGo;
  }

  test("is carried by the links while its cubes are still coming", async ({ open }) => {
    const page = await open(BLANK);
    const letGo = await holdCubes(page);
    await page.goto(siteAddress("en/response/?region=east"));
    await eventually(() => page.locator("nav a[href$='/en/market/?region=east']").count()).toBe(1);
    letGo();
    await answers(page);
  });

  /** How strongly the first figure is drawn, and whether a line says what is awaited. */
  const lookOf = (page: Page) =>
    page.evaluate(() => ({
      opacity: [...document.querySelectorAll("main > *")]
        .filter((part) => part.contains(document.querySelector("metric-figure")))
        .map((part) => getComputedStyle(part).opacity)
        .join(),
      says: document.querySelector(".page-awaits")?.checkVisibility(),
    }));

  test("makes what was built pale and says why, from the first paint until it is answered", async ({ open }) => {
    const page = await open(BLANK);
    const letGo = await holdCubes(page);
    const { promise: isStarted, resolve: start } = Promise.withResolvers<void>();
    // before the page's own script came
    await page.route(/_astro\/document-head.*js/, (route) => isStarted.then(() => route.continue()));
    await page.goto(siteAddress(`${PATH}?region=east`), { waitUntil: "commit" });
    // before it the stylesheet may still be on its way, and what is computed then, nobody sees
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    await page.locator("footer").waitFor();
    expect(await lookOf(page)).toEqual({ opacity: "0.35", says: true });
    expect(await page.locator(".page-awaits").innerText()).toBe(en.selection.awaited);
    start();
    await page.locator("nav a[href$='/en/market/?region=east']").waitFor({ state: "attached" });
    expect(await lookOf(page)).toEqual({ opacity: "0.35", says: true });
    letGo();
    await answers(page);
    await eventually(() => lookOf(page)).toEqual({ opacity: "1", says: false });
  });

  test.for(["", "?from=timeline&isappinstalled=0"])("that is none leaves the page as it is: %s", async (query, { open }) => {
    const page = await open(`${PATH}${query}`);
    expect(await lookOf(page)).toEqual({ opacity: "1", says: false });
  });

  test("is not drawn again where the reader chose another before it came", async ({ open }) => {
    const page = await open(BLANK);
    const letGo = await holdCubes(page);
    await page.goto(siteAddress(`${PATH}?region=east`));
    await page.locator("[data-item=region] .bar-button").click();
    await page.getByRole("button", { name: "Only North" }).click();
    await selects(page, "region=north");
    const figure = page.locator(`figure#${METRIC}-trend metric-figure`);
    await figure.evaluate((element) => {
      new MutationObserver((changes) => {
        element.dataset["drawn"] = String(Number(element.dataset["drawn"] ?? 0) + changes.length);
      }).observe(element, { childList: true });
    });
    letGo();
    await answers(page);
    expect(await figure.getAttribute("data-drawn")).toBe("1");
  });

  test("that paper has no drawing of yet is said to be loading, in the page's words", async ({ open }) => {
    const page = await open(BLANK);
    const letGo = await holdCubes(page);
    await page.goto(siteAddress(`metrics/${METRIC}/?region=east`));
    await page.locator("nav a[href$='/market/?region=east']").waitFor({ state: "attached" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator(`figure#${METRIC}-trend .figure-failure p`).innerText()).toBe(zh.selection.failed(zh.selection.loading));
    letGo();
    await answers(page);
    expect(await page.locator(".figure-failure").count()).toBe(0);
  });
});

describe("what cannot be loaded", () => {
  /** What the page logs of it. */
  const expectWarnings = (complaints: string[]) => {
    const warned = complaints.splice(0);
    expect(warned.filter((text) => !/import|fetch|cube|Failed|failed/.test(text))).toEqual([]);
  };

  test.for(["live-page", "data/site."])(
    "as %s leaves the page as it was built, says so, and comes at a second try",
    async (file, { open, complaints }) => {
      const page = await open(BLANK);
      const pattern = new RegExp(file.replace(".", "\\."));
      await page.route(pattern, (route) => route.abort());
      await page.goto(siteAddress(PATH));
      const failure = page.locator(".page-failure");
      await failure.waitFor({ timeout: 15_000 });
      expect(await failure.innerText()).toContain(en.selection.failedPage);
      expect(await page.locator(`figure#${METRIC}-trend svg.chart:visible`).count()).toBe(1);
      await page.unroute(pattern);
      await failure.getByRole("button", { name: en.selection.retry }).click();
      await answers(page);
      expect(await failure.isVisible()).toBe(false);
      expectWarnings(complaints);
    },
  );

  test("as a cube leaves the drawing, names the file, and comes at a second try", async ({ open, complaints }) => {
    const page = await open(BLANK);
    const pattern = /data\/cubes\//;
    await page.route(pattern, (route) => route.abort());
    await page.goto(siteAddress(`${PATH}?region=east`));
    await answers(page);
    const figure = page.locator(`figure#${METRIC}-trend`);
    const failure = figure.locator(".figure-failure");
    await failure.waitFor();
    expect(await failure.getAttribute("role")).toBe("alert");
    expect(await failure.innerText()).toMatch(/data\/cubes\/[\w.]+\.arrow/);
    expect(await figure.locator("svg.chart:visible").count()).toBe(1);
    await page.unroute(pattern);
    await failure.getByRole("button", { name: en.selection.retry }).click();
    await figure.locator("metric-figure > svg.chart").waitFor();
    expect(await failure.count()).toBe(0);
    expectWarnings(complaints);
  });

  test("as the page's own script, gone with an older site, is said, and a try loads the page again", async ({ open, complaints }) => {
    const page = await open(BLANK);
    const pattern = /_astro\/document-head.*js/;
    await page.route(pattern, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(siteAddress(`${PATH}?region=east`));
    const failure = page.locator(".page-failure");
    await failure.waitFor();
    expect(await page.locator(".page-awaits").isVisible()).toBe(false);
    await page.unroute(pattern);
    await failure.getByRole("button", { name: en.selection.retry }).click();
    await eventually(() => page.locator("[data-item=region] .bar-button").innerText()).toBe("Region: East");
    complaints.splice(0);
  });

  test("as a cube that is gone with an older site comes with the page that is there now", async ({ open, complaints }) => {
    const page = await open(BLANK);
    const cubes = /data\/cubes\//;
    await page.route(cubes, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(siteAddress(`${PATH}?region=east`));
    await answers(page);
    const failure = page.locator(`figure#${METRIC}-trend .figure-failure`);
    await failure.waitFor();
    await page.unroute(cubes);
    // the page as it is after the site was replaced names other files
    await page.evaluate(() => {
      document.documentElement.dataset["site"] = "/data/site.older.json";
    });
    const loaded = page.waitForEvent("load");
    await failure.getByRole("button", { name: en.selection.retry }).click();
    await loaded;
    await answers(page);
    await page.locator(`figure#${METRIC}-trend metric-figure > svg.chart`).waitFor();
    expect(await failure.count()).toBe(0);
    complaints.splice(0);
  });

  test("as a cube that is not there is reported with what the server said", async ({ open, complaints }) => {
    const page = await open(BLANK);
    await page.route(/data\/cubes\//, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(siteAddress(`${PATH}?region=east`));
    await answers(page);
    const failure = page.locator(`figure#${METRIC}-trend .figure-failure`);
    await failure.waitFor();
    expect(await failure.innerText()).toMatch(/data\/cubes\/.*404/);
    complaints.splice(0);
  });
});

/** The shift of a page's layout since it was opened: read within it. */
function shiftOf(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    });
    observer.observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum), 0)));
  });
}

describe("the layout", () => {
  test.for([
    ["", LAPTOP],
    ["en/", PHONE],
    ["response/", PHONE],
    ["en/satisfaction/?period=2026Q2", LAPTOP],
    ["metrics/time-to-approval/", LAPTOP],
    ["en/metrics/time-to-approval/?region=east", PHONE],
    ["en/metrics/time-to-approval/", PHONE],
    ["data/", PHONE],
    ["embed/time-to-approval/?figure=breakdown.region", LAPTOP],
  ] as const)("of /%s does not shift while it loads", async ([path, viewport], { open }) => {
    const page = await open(path, { viewport });
    if (!path.startsWith("data")) await answers(page);
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(shiftOf)).toBeLessThan(0.02);
  });
});
