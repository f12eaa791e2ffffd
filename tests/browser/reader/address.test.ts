import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { isAddedKey } from "../../../src/core/added-keys.ts";
import { canonical } from "../../../src/core/canonical-selection.ts";
import type { Selection } from "../../../src/core/selection.ts";
import { selectionsOf } from "../../core/vocabularies.ts";
import { answers, eventually, goTo, queryOf, selects } from "../support/interactive.ts";
import { siteAddress, test } from "../support/site.ts";
import { queryFor, vocabularyOfPath } from "../support/vocabulary.ts";

const PATH = "metrics/time-to-approval/";
const SEED = 20_261_018;

/** The same random selections of the page in every run. */
function selectionsOfPage(path: string, count: number): Selection[] {
  const vocabulary = vocabularyOfPath(path);
  const all = selectionsOf(vocabulary).map((selection) => canonical(selection, vocabulary));
  return fc.sample(all, { seed: SEED, numRuns: count });
}

const awkward = fc.constantFrom(..."&=%,?#:*\\+.<>'\" 东😀\u0000");
const known = fc.constantFrom(
  "period",
  "region",
  "vs.region",
  "split",
  "show",
  "2026Q3",
  "2025-13",
  "east",
  "last-quarter",
  "vs.",
  "..",
  "figure",
);
const queries = fc.array(fc.oneof(awkward, known, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((parts) => parts.join(""));

/** Queries of no meaning, the same ones in every run. */
const garbage = (count: number) => fc.sample(queries, { seed: SEED, numRuns: count });

const search = (query: string) => query && `?${query}`;

/** Shows tables instead of drawings or the other way round, which changes the address as little as can be. */
const toggle = (page: Page) => page.evaluate(() => document.querySelector<HTMLInputElement>(".bar-switch input:not(:checked)")?.click());

/** The address after a harmless change, and after that is taken back. */
async function thereAndBack(page: Page): Promise<string[]> {
  const seen: string[] = [];
  for (const _ of ["there", "back"]) {
    await toggle(page);
    seen.push(new URL(page.url()).search.slice(1));
  }
  return seen;
}

const shown = ({ show, ...rest }: Selection): Selection => ({ ...rest, show: show === "chart" ? "table" : "chart" });

/** What the address is to say. */
const expected = (selection: Selection, path: string) => [queryFor(shown(selection), path), queryFor(selection, path)];

describe("a selection in the address", () => {
  test("is the same after a harmless change and back, as a link", async ({ open }) => {
    const page = await open("icon.svg");
    for (const selection of selectionsOfPage(PATH, 5)) {
      await page.goto(siteAddress(`${PATH}${search(queryFor(selection, PATH))}`));
      expect(await thereAndBack(await answers(page))).toEqual(expected(selection, PATH));
    }
  });

  test.for([
    [PATH, 25],
    ["", 6],
    ["satisfaction/", 8],
  ] as const)("is the same after a harmless change and back, on /%s", async ([path, count], { open }) => {
    const page = await answers(await open(path));
    for (const selection of selectionsOfPage(path, count)) {
      await goTo(page, queryFor(selection, path));
      expect(await thereAndBack(page)).toEqual(expected(selection, path));
    }
  });

  test("is written in one way, however a link wrote it", async ({ open }) => {
    const page = await answers(await open(PATH));
    const read: string[][] = [];
    for (const query of [
      "region=west,east",
      "region=west&region=east",
      "show=chart&region=%65ast,west",
      "period=last-quarter&region=east,west,",
    ]) {
      await goTo(page, query);
      read.push(await thereAndBack(page));
    }
    expect(new Set(read.map(String))).toEqual(new Set(["region=east,west&show=table,region=east,west"]));
  });

  test("keeps a period that moves with the data apart from one that does not", async ({ open }) => {
    const page = await answers(await open(`${PATH}?period=2026Q3`));
    const words = () => page.locator(".answer").innerText();
    const before = await words();
    expect((await thereAndBack(page))[1]).toBe("period=2026Q3");
    await goTo(page, "period=last-quarter");
    expect([await words(), (await thereAndBack(page))[1]]).toEqual([before, ""]);
  });
});

describe("the browser's history", () => {
  test("goes back and forward through selections, and the page with it", async ({ open }) => {
    const page = await answers(await open(`en/${PATH}`));
    const chosen = () => page.locator("[data-item=region] .bar-button").innerText();
    const said = () => page.locator(".answer").innerText();
    const seen: string[] = [await said()];
    for (const region of ["East", "West"]) {
      if (region === "East") await page.locator("[data-item=region] .bar-button").click();
      await page.getByRole("button", { name: `Only ${region}` }).click();
      await eventually(chosen).toBe(`Region: ${region}`);
      await eventually(async () => seen.includes(await said())).toBe(false);
      seen.push(await said());
    }
    for (const [move, at] of [
      ["goBack", 1],
      ["goBack", 0],
      ["goForward", 1],
      ["goForward", 2],
    ] as const) {
      await page[move]();
      await eventually(said).toBe(seen[at]);
    }
    expect(queryOf(page)).toBe("region=west");
  });

  test("leads back to the selection from another page", async ({ open }) => {
    const page = await answers(await open(`en/${PATH}?region=east`));
    await page.goto(siteAddress("en/data/"));
    await page.goBack();
    await answers(page);
    expect(await page.locator("[data-item=region] .bar-button").innerText()).toBe("Region: East");
  });
});

describe("a link to another page of the site", () => {
  const DEPARTMENTS = ["after_sales", "finance", "hr", "marketing", "product", "rnd", "sales_ops"];
  const linksOf = (page: Page) =>
    page
      .locator("nav a, .languages a")
      .evaluateAll((links) =>
        Object.fromEntries(
          links.map((link) => [(link as HTMLAnchorElement).pathname, decodeURIComponent((link as HTMLAnchorElement).search)]),
        ),
      );

  test("carries what of the selection makes sense there", async ({ open }) => {
    const page = await answers(await open("response/?period=2026Q2&region=east&rice_quarter=1"));
    await eventually(() => linksOf(page)).toEqual({
      ...Object.fromEntries(DEPARTMENTS.map((id) => [`/departments/${id}/`, "?period=2026Q2&region=east"])),
      "/": "?period=2026Q2&region=east&rice_quarter=1",
      "/response/": "?period=2026Q2&region=east&rice_quarter=1",
      "/market/": "?period=2026Q2&region=east",
      "/cost/": expect.stringMatching(/^\?period=2026Q2(&region=east)?$/),
      "/satisfaction/": "?period=2026Q2",
      "/matrix/": "?period=2026Q2&region=east",
      "/waiting/": "?period=2026Q2&region=east",
      "/requirements/": "?period=2026Q2&region=east&rice_quarter=1",
      "/leads/": "?period=2026Q2&region=east",
      "/sales/": "?period=2026Q2&region=east",
      "/deals/": "?period=2026Q2&region=east",
      "/lost-deals/": "?period=2026Q2&region=east",
      "/goals/": "?period=2026Q2",
      "/rhythm/": "?period=2026Q2",
      // where nothing is selected, it is passed on
      "/metrics/": "?period=2026Q2&region=east&rice_quarter=1",
      "/data/": "?period=2026Q2&region=east&rice_quarter=1",
      "/en/response/": "?period=2026Q2&region=east&rice_quarter=1",
      "/snapshots/": "?period=2026Q2&region=east&rice_quarter=1",
      "/more/": "?period=2026Q2&region=east&rice_quarter=1",
    });
  });

  test("follows the selection", async ({ open }) => {
    const page = await answers(await open("response/"));
    await goTo(page, "region=west");
    await eventually(async () => (await linksOf(page))["/en/response/"]).toBe("?region=west");
    await goTo(page, "");
    await eventually(async () => (await linksOf(page))["/en/response/"]).toBe("");
  });
});

describe("a query without meaning", () => {
  const isUnderstood = (key: string) => key === "figure" || isAddedKey(key);
  const failures = (page: Page) => page.locator(".figure-failure, .page-failure").filter({ visible: true }).count();

  test("leaves the page whole", async ({ open }) => {
    const page = await answers(await open(PATH));
    for (const query of garbage(20)) {
      await goTo(page, query);
      expect([query, await failures(page), await page.locator("h1").innerText()]).toEqual([query, 0, "平均立项时长"]);
    }
  });

  test("is no hindrance to opening a page, which says what it ignores", async ({ open }) => {
    const page = await open("icon.svg");
    for (const query of garbage(26).slice(20)) {
      await page.goto(siteAddress(`${PATH}?${encodeURI(query.toWellFormed())}`));
      expect(await failures(await answers(page))).toBe(0);
      const keys = [...new URL(page.url()).searchParams.keys()];
      const note = await page.locator(".bar-ignored").innerText();
      expect([query, note !== ""]).toEqual([query, keys.some((key) => !isUnderstood(key))]);
    }
  });

  test("is not mentioned where WeChat added it, and gone with the next choice", async ({ open }) => {
    const page = await answers(await open(`${PATH}?from=singlemessage&isappinstalled=0&region=east`));
    expect(await page.locator(".bar-ignored").innerText()).toBe("");
    await toggle(page);
    await selects(page, "region=east&show=table");
  });

  test("is gone with the next choice", async ({ open }) => {
    const page = await answers(await open(`${PATH}?region=atlantis&colour=red`));
    await toggle(page);
    await selects(page, "show=table");
    await eventually(() => page.locator(".bar-ignored").innerText()).toBe("");
  });
});
