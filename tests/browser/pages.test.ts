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
  "404.html",
];

/** Rooms of the site, each walked through in one window. */
const ROOMS = Object.entries(Object.groupBy(pagePaths, (path) => path.replace(/[^/]+\/$|[^/]*$/, ""))).map(
  ([room, paths = []]) => [room, paths] as const,
);

const hasParts = (page: Page) => page.locator("metric-figure, [data-live], filter-bar").count();

/** What a page that was only read lacks: run within it. */
function lacksOf(): string[] {
  const isShown = (element: Element) => element.checkVisibility();
  const textIn = (element: Element | null) => element?.textContent?.trim() ?? "";
  for (const details of document.querySelectorAll("details")) details.open = true;
  const empty = [...document.querySelectorAll("figure:has(.figure-empty)")].flatMap((figure) =>
    textIn(figure.querySelector(".figure-title")) && textIn(figure.querySelector(".figure-empty")) ? [] : [`figure ${figure.id}`],
  );
  const figures = [...document.querySelectorAll("figure:not(:has(.figure-empty))")].flatMap((figure) => {
    const drawn = [...figure.querySelectorAll("svg.chart")].filter(isShown);
    const isWhole = drawn.length === 1 && textIn(figure.querySelector(".figure-title")) && textIn(figure.querySelector(".figure-source"));
    return isWhole && figure.querySelector("tbody tr") ? [] : [`figure ${figure.id}`];
  });
  const words = [
    ...document.querySelectorAll("h1, [data-live*='.answer'], [data-live*='.heading'], [data-live*='.verdict'], [data-live*='.value']"),
  ];
  const controls = [...document.querySelectorAll("filter-bar, .figure-menu, thead button, .page-failure")].filter(isShown);
  return [
    ...empty,
    ...figures,
    ...words.filter((element) => !textIn(element)).map((element) => `words ${element.outerHTML}`),
    ...controls.map(({ localName, className }) => `a control without use: ${localName} ${className}`),
  ];
}

/** Windows that walk at the same time. */
const WINDOWS = 2;
/** A walk takes as long as there are pages: at most this for each. */
const A_PAGE_MS = 2_000;

/** What is found on pages, walked through in several windows. */
async function found(
  open: Open,
  options: Parameters<Open>[1],
  paths: readonly string[],
  look: (page: Page, path: string) => Promise<string[]>,
) {
  const walk = async (own: readonly string[]) => {
    const page = await open("icon.svg", options);
    const all: string[] = [];
    for (const path of own) {
      await page.goto(siteAddress(path));
      all.push(...(await look(page, path)));
    }
    return all;
  };
  const shares = Array.from({ length: WINDOWS }, (_, window) => paths.filter((_, place) => place % WINDOWS === window));
  return (await Promise.all(shares.map(walk))).flat();
}

describe.each(ROOMS)("the pages below %s/", (_, paths) => {
  const timeout = Math.max(120_000, paths.length * A_PAGE_MS);

  test("answer, keep within a phone's width and say nothing on the console", { timeout }, async ({ open }) => {
    const wide = await found(open, { viewport: PHONE }, paths, async (page, path) => {
      if (await hasParts(page)) await answers(page);
      return (await page.evaluate("document.documentElement.scrollWidth")) === PHONE.width ? [] : [path];
    });
    expect(wide).toEqual([]);
  });

  test("are complete without JavaScript, and keep within a laptop's width", { timeout }, async ({ open }) => {
    const lacking = await found(open, { javaScriptEnabled: false, viewport: LAPTOP }, paths, async (page, path) => {
      const width = await page.evaluate("document.documentElement.scrollWidth");
      const wide = width === LAPTOP.width ? [] : [`${path}: ${width} wide`];
      return [...wide, ...(await page.evaluate(lacksOf)).map((lack) => `${path}: ${lack}`)];
    });
    expect(lacking).toEqual([]);
  });
});

describe.each(KINDS)("page %s", (path) => {
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
