import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import { readSettings } from "../../scripts/tools/settings.ts";
import { LOCALES } from "../../src/core/text.ts";
import type { MetricsDocument } from "../../src/publish/metrics-document.ts";
import { cachedPoints, numbersIn, relationsOf, xmlOf } from "../deck/opened.ts";
import { allFiles, readSiteFile, snapshotNames } from "./support/files.ts";
import { answers, eventually } from "./support/interactive.ts";
import { test } from "./support/site.ts";

const { outDir } = readSettings();
const SELECTED = "en/response/?region=east";

/** Pages of short addresses. */
const SHORT = allFiles().filter((path) => path.startsWith("c/"));

/** A page of a snapshot, from the root of the site. */
const frozenPath = (name: string, path = "") => `snapshots/${name}/${path}`;

describe.each(snapshotNames)("the pages of snapshot %s", (name) => {
  const opened = pathToFileURL(join(outDir, frozenPath(name, "en/response/index.html"))).href;

  test("opened from a folder have no filters, and say so where their address selects something", async ({ open, complaints }) => {
    const page = await open(opened);
    const unanswered = page.locator(".page-unanswered");
    expect([await page.locator("svg.chart:visible").count(), await unanswered.isVisible()]).toEqual([expect.toSatisfy(Boolean), false]);
    await page.goto(`${opened}?region=east`);
    expect([await unanswered.isVisible(), await page.locator("filter-bar").isVisible()]).toEqual([true, false]);
    // a browser reads no module from a folder
    expect(complaints.splice(0).filter((each) => !/Access to script at 'file:/.test(each))).toEqual([]);
  });

  test("answer a selection from their own cubes, and never ask the live site for numbers", async ({ open }) => {
    const page = await open("icon.svg");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(new URL(frozenPath(name, SELECTED), page.url()).href);
    await answers(page);
    await eventually(() => page.locator(".page-unanswered").isVisible()).toBe(false);
    expect(asked.filter((path) => path.endsWith(".gz")).length).toBeGreaterThan(0);
    expect(asked.filter((path) => !path.startsWith("/snapshots/"))).toEqual([]);
  });

  test("are where short addresses lead", async ({ open }) => {
    const codes = SHORT.filter((path) => readSiteFile(path).includes(`/snapshots/${name}/`));
    expect(codes.length).toBeGreaterThan(100);
    const page = await open((codes[0] ?? "").replace("index.html", ""));
    await eventually(() => page.locator("figure:target").count()).toBe(1);
    expect(page.url()).toContain(`/snapshots/${name}/`);
  });
});

/** A row of numbers, as a spreadsheet keeps them. */
const rounded = (values: Iterable<number>) => [...values].map((value) => Number(value.toPrecision(10))).join(" ");

/** Every metric of a snapshot by month and by quarter, without what is unfinished or missing. */
function seriesOf(name: string): string[] {
  const { metrics } = JSON.parse(readSiteFile(frozenPath(name, "api/metrics.json"))) as MetricsDocument;
  const all = metrics.flatMap(({ series }) => [series["month"] ?? [], series["quarter"] ?? []]);
  return all.map((points) => rounded(points.flatMap(({ value, is_complete }) => (is_complete && value !== null ? [value] : []))));
}

describe.each(snapshotNames.flatMap((name) => LOCALES.map((locale) => [name, locale] as const)))(
  "a chart of the deck of %s, %s,",
  (name, locale) => {
    const deck = readFileSync(join(outDir, frozenPath(name, `review.${locale}.pptx`)));
    const charts = [...xmlOf(deck)].filter(([path]) => /\/chart\d+\.xml$/.test(path));

    test("shows the numbers of its workbook, which are those of metrics.json", () => {
      expect(charts.length).toBeGreaterThan(0);
      const series = seriesOf(name);
      for (const [path, xml] of charts) {
        const values = rounded(cachedPoints(xml)[0]?.values() ?? []);
        const workbook = relationsOf(deck).find(({ from, target }) => from === path && target.endsWith(".xlsx"))?.target ?? "";
        const numbers = numbersIn(unzipSync(deck)[workbook] ?? new Uint8Array());
        expect([path, rounded([...numbers].flatMap(([cell, value]) => (/^B\d/.test(cell) ? [value] : [])))]).toEqual([path, values]);
        expect([path, series.filter((each) => each.includes(values)).length]).toEqual([path, 1]);
      }
    });
  },
);

test.runIf(snapshotNames.length > 1)("a snapshot that has a newer version leads to it", async ({ open }) => {
  const older = snapshotNames.find((name) => snapshotNames.includes(name.replace(/\d+$/, (version) => `${Number(version) + 1}`))) ?? "";
  const page = await open(frozenPath(older, SELECTED));
  await eventually(() => page.locator(".frozen-newer a").getAttribute("href")).toContain(older.replace(/v\d+$/, ""));
});
