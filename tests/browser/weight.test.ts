import type { Page, Request } from "playwright-core";
import { describe, expect } from "vitest";
import { weighPages } from "../../scripts/bench/pages.ts";
import { readSettings } from "../../scripts/tools/settings.ts";
import { documentOf } from "./support/files.ts";
import { answers, goTo } from "./support/interactive.ts";
import { siteAddress, test } from "./support/site.ts";

/** What a reader may have to wait for before a page can be read, in bytes on the wire. */
const MOST_FIRST = 120_000;
/** The same on the page of a topic, whose rows hold more than they show at first. */
const MOST_OF_TOPIC = 40_000;
/** What a page may load while it is read; 5 kB are for addresses that hold wherever a page is put, frozen ones among them, and for citing. */
const MOST_IDLE = 105_000;
/** What the first filter may load: the code that draws, and the cubes of what the page shows. */
const MOST_FILTER = 250_000;
/** Less than this is nothing: a page of numbers and sparklines needs no charts. */
const LEAST_FILTER = 5_000;

/** Pages that are unlike each other, and what the first filter may load where they show more of the company than any other. */
const KINDS: readonly (readonly [path: string, filter: number])[] = [
  ["en/", MOST_FILTER],
  ["en/response/", MOST_FILTER],
  ["en/market/", MOST_FILTER],
  ["en/cost/", MOST_FILTER],
  ["en/satisfaction/", MOST_FILTER],
  // all kinds of promises besides; 1 kB is for the marks of events and festivals, and for why a point is special, which every trend has
  ["en/matrix/", 311_000],
  ["en/departments/rnd/", MOST_FILTER],
  ["en/requirements/", MOST_FILTER],
  ["en/leads/", MOST_FILTER],
  ["en/lost-deals/", MOST_FILTER],
  ["en/goals/", MOST_FILTER],
  ["en/rhythm/", MOST_FILTER],
  ["en/metrics/time-to-approval/", MOST_FILTER],
  ["en/metrics/return-rate/", MOST_FILTER],
];

/** Weighs what a page loads from now on, by the bytes of the responses as they travel. */
function scales(page: Page) {
  const weighed: Promise<number>[] = [];
  const weigh = async (request: Request) => (await request.sizes()).responseBodySize;
  // what comes when the page is closed already is no number, and nobody's
  page.on("requestfinished", (request) => void weighed.push(weigh(request).catch(() => Number.NaN)));
  return async () => {
    await page.waitForLoadState("networkidle");
    // what is out of view is drawn as well, while the browser has nothing else to do
    for (let before = -1; before < weighed.length; await page.waitForTimeout(1_000)) before = weighed.length;
    return (await Promise.all(weighed.splice(0))).reduce((sum, bytes) => sum + bytes, 0);
  };
}

const { outDir, base } = readSettings();
const weights = await weighPages(outDir, base);

test("every page can be read after few bytes", () => {
  expect(weights.map(({ page }) => page)).toEqual(expect.arrayContaining(["matrix/index.html", "departments/rnd/index.html"]));
  expect(weights.filter(({ gzip }) => gzip > MOST_FIRST)).toEqual([]);
});

test("a topic's page comes with the figures of one row at most", () => {
  const documents = weights.map((each) => ({ ...each, document: documentOf(each.page.replace(/index\.html$/, "")) }));
  // the matrix comes with promises besides, and a department with the figures of all of its own
  const topics = documents.filter(
    ({ page, document }) =>
      document.querySelector("table.rows") && !document.querySelector("table.matrix") && !page.includes("departments/"),
  );
  expect(topics.length).toBeGreaterThan(20);
  expect(topics.flatMap(({ page, gzip }) => (gzip > MOST_OF_TOPIC ? [{ page, gzip }] : []))).toEqual([]);
});

describe("what a browser loads besides", () => {
  test.for(KINDS)("on /%s is light while the page is read, and at the first filter", async ([path, mostFilter], { open }) => {
    const page = await open("icon.svg");
    const first = weights.find((each) => each.page === `${path}index.html`)?.gzip ?? 0;
    const weigh = scales(page);
    await page.goto(siteAddress(path));
    await answers(page);
    const idle = (await weigh()) - first;
    await page.locator("filter-bar").hover();
    await goTo(page, "period=last-month");
    const filter = await weigh();
    expect({
      path,
      idle: idle > 20_000 && idle <= MOST_IDLE ? "light" : idle,
      filter: filter > LEAST_FILTER && filter <= mostFilter ? "light" : filter,
    }).toEqual({ path, idle: "light", filter: "light" });
  });
});
