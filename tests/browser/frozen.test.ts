import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect } from "vitest";
import { readSettings } from "../../scripts/tools/settings.ts";
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

test.runIf(snapshotNames.length > 1)("a snapshot that has a newer version leads to it", async ({ open }) => {
  const older = snapshotNames.find((name) => snapshotNames.includes(name.replace(/\d+$/, (version) => `${Number(version) + 1}`))) ?? "";
  const page = await open(frozenPath(older, SELECTED));
  await eventually(() => page.locator(".frozen-newer a").getAttribute("href")).toContain(older.replace(/v\d+$/, ""));
});
