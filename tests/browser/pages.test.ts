import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { faultsOf } from "./support/axe.ts";
import { pagePaths } from "./support/files.ts";
import { answers } from "./support/interactive.ts";
import { type Open, siteAddress, test } from "./support/site.ts";
import { LAPTOP, PHONE } from "./support/windows.ts";

/** Pages that are unlike each other; every other one is set like one of these. */
const KINDS = [
  "",
  "en/",
  "response/",
  "market/",
  "cost/",
  "satisfaction/",
  "en/satisfaction/",
  "matrix/",
  "departments/rnd/",
  "requirements/",
  "leads/",
  "lost-deals/",
  "goals/",
  "rhythm/",
  "metrics/",
  "metrics/time-to-approval/",
  "en/data/",
  "data/reasons/",
  "en/embed/lead-funnel/",
  "404.html",
];

/** Rooms of the site, each walked through in one window. */
const ROOMS = Object.entries(Object.groupBy(pagePaths, (path) => path.replace(/[^/]+\/$|[^/]*$/, ""))).map(
  ([room, paths = []]) => [room, paths] as const,
);

const hasParts = (page: Page) => page.locator("metric-figure, [data-live], filter-bar").count();

/** What of a page does not fit its window, of this width: run within it. */
function misfitsOf(width: number): string[] {
  const isShown = (element: Element) => element.checkVisibility();
  const { scrollWidth } = document.documentElement;
  const figures = [...document.querySelectorAll("figure:not(:has(.figure-empty), details:not([open]) *)")].filter(isShown);
  const drawings = [...document.querySelectorAll<SVGSVGElement>("svg.chart")].filter(isShown);
  /** Texts of a drawing that are smaller than 12 px as they are shown, or leave it; a line of text is higher than its characters. */
  const misplacedIn = (drawing: SVGSVGElement) =>
    [...drawing.querySelectorAll("text")].filter(isShown).flatMap((text) => {
      const [box, { left, right, top, bottom }] = [drawing.getBoundingClientRect(), text.getBoundingClientRect()];
      const size = (Number.parseFloat(getComputedStyle(text).fontSize) * box.width) / drawing.viewBox.baseVal.width;
      const air = 0.3 * size;
      const beyond = Math.max(box.left - left, right - box.right, box.top - top - air, bottom - box.bottom - air);
      const where = `“${text.textContent}” in figure ${drawing.closest("figure")?.id}, in a window of ${width}`;
      return [...(size < 11.99 ? [`${size} px: ${where}`] : []), ...(beyond > 1 ? [`${beyond} px beyond its drawing: ${where}`] : [])];
    });
  const misdrawn = figures.filter((figure) => [...figure.querySelectorAll("svg.chart")].filter(isShown).length !== 1);
  return [
    ...(scrollWidth === width ? [] : [`${scrollWidth} wide in a window of ${width}`]),
    ...misdrawn.map(({ id }) => `not one drawing shown in a window of ${width}: figure ${id}`),
    ...drawings.flatMap(misplacedIn),
  ];
}

/** What a page that was only read shows without use, once all its details are open: run within it. */
function uselessIn(): string[] {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const controls = [...document.querySelectorAll("filter-bar, .figure-menu, thead button, .page-failure")];
  return controls.filter((element) => element.checkVisibility()).map(({ localName, className }) => `${localName} ${className}`);
}

/** Windows that walk at the same time. */
const WINDOWS = 2;
/** A walk takes as long as there are pages: at most this for each. */
const A_PAGE_MS = 2_000;

/** What of pages does not fit a phone or a laptop, once they answer; walked through in several windows. */
async function misfits(open: Open, paths: readonly string[]): Promise<string[]> {
  const walk = async (own: readonly string[]) => {
    const page = await open("icon.svg", { viewport: PHONE });
    const all: string[] = [];
    for (const path of own) {
      await page.goto(siteAddress(path));
      if (await hasParts(page)) await answers(page);
      // a page opens on the phone that the one before it was left on
      for (const window of [LAPTOP, PHONE]) {
        await page.setViewportSize(window);
        all.push(...(await page.evaluate(misfitsOf, window.width)).map((misfit) => `${path}: ${misfit}`));
      }
    }
    return all;
  };
  const shares = Array.from({ length: WINDOWS }, (_, window) => paths.filter((_, place) => place % WINDOWS === window));
  return (await Promise.all(shares.map(walk))).flat();
}

describe.each(ROOMS)("the pages below %s/", (_, paths) => {
  const timeout = Math.max(120_000, paths.length * A_PAGE_MS);

  test("answer, fit a phone and a laptop, and say nothing on the console", { timeout }, async ({ open }) => {
    expect(await misfits(open, paths)).toEqual([]);
  });
});

describe.each(KINDS)("page %s", (path) => {
  test("without JavaScript shows all of it on a laptop, and no control", async ({ open }) => {
    const page = await open(path, { javaScriptEnabled: false, viewport: LAPTOP });
    expect(await page.evaluate(uselessIn)).toEqual([]);
    expect(await page.evaluate(misfitsOf, LAPTOP.width)).toEqual([]);
  });

  test("has no fault of accessibility in the light of a laptop", async ({ open }) => {
    expect(await faultsOf(await open(path, { viewport: LAPTOP }))).toEqual([]);
  });

  test("has no fault of accessibility in the dark on a phone", async ({ open }) => {
    expect(await faultsOf(await open(path, { viewport: PHONE, colorScheme: "dark" }))).toEqual([]);
  });
});

describe("the overview", () => {
  test.for(["", "en/"])("%s shows every effect and its lead metrics on one laptop screen", async (path, { open }) => {
    const page = await open(path, { viewport: LAPTOP });
    const bottom = await page.evaluate("document.querySelector('.effects').getBoundingClientRect().bottom");
    expect(bottom).toBeLessThanOrEqual(LAPTOP.height);
  });

  test.for(["", "en/"])("%s is printed on two sheets", async (path, { open }) => {
    const page = await open(path);
    const paper = await page.pdf({ format: "A4" });
    expect(paper.toString("latin1").match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
  });

  test("has a verdict in the colour of better or worse", async ({ open }) => {
    const page = await answers(await open("en/?period=2026Q2"));
    const colours = await page
      .locator(".metric-card .signal:is(.better, .worse)")
      .evaluateAll((verdicts) => new Set(verdicts.map((verdict) => getComputedStyle(verdict).color)).size);
    expect(colours).toBe(2);
  });

  test("is reached from every language by keyboard alone", async ({ open }) => {
    const page = await open("en/response/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#content");
  });
});

test("an address that is not there shows the not-found page", async ({ open }) => {
  const page = await open("no/such/page/");
  expect(await page.locator("h1").innerText()).toBe("没有这一页");
});
