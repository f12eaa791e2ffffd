import { describe, expect } from "vitest";
import { htmlOf, pagePaths } from "../support/files.ts";
import { answers, eventually } from "../support/interactive.ts";
import { siteAddress, test } from "../support/site.ts";
import { LAPTOP, PHONE } from "../support/windows.ts";

const METRIC = "en/metrics/time-to-approval/";
const FOLDED = ["quarters", "years", "cases", "vintages", "definition"];

/** So many pages are measured: those that hold most. */
const LARGEST = 10;

/** Heights of a page at the widths of a laptop and a phone that are more than it may have. */
const MOST = [
  [LAPTOP, 3200],
  [PHONE, 4800],
] as const;

describe("the page of a metric", () => {
  test("is no longer than four windows of a laptop, or six of a phone, even of the metrics with most to show", async ({ open }) => {
    const sized = pagePaths.filter((path) => /^en\/metrics\/./.test(path)).map((path) => ({ path, size: htmlOf(path).length }));
    const paths = sized
      .sort((a, b) => b.size - a.size)
      .slice(0, LARGEST)
      .map(({ path }) => path);
    expect(paths).toHaveLength(LARGEST);
    const page = await open(METRIC, { viewport: LAPTOP, javaScriptEnabled: false });
    const tooLong: unknown[] = [];
    for (const path of paths) {
      await page.goto(siteAddress(path));
      for (const [viewport, most] of MOST) {
        await page.setViewportSize(viewport);
        const height = await page.locator("html").evaluate(({ scrollHeight }) => scrollHeight);
        if (height > most) tooLong.push([path, viewport.width, height]);
      }
    }
    expect(tooLong).toEqual([]);
  });

  test("has its tables, published cases and definition behind a line each", async ({ open }) => {
    const page = await open(METRIC, { viewport: LAPTOP, javaScriptEnabled: false });
    expect(await page.locator(".folded-content").evaluateAll((all) => all.map(({ id }) => id))).toEqual(FOLDED);
    expect(await page.locator(".folded-content").filter({ visible: true }).count()).toBe(0);
    await page
      .locator(".folded", { has: page.locator("#quarters") })
      .locator("summary")
      .click();
    expect(await page.locator("#quarters table").isVisible()).toBe(true);
  });

  test.for(FOLDED)("shows what a link to #%s leads to", async (id, { open }) => {
    const page = await answers(await open(`${METRIC}#${id}`, { viewport: LAPTOP }));
    await eventually(() => page.locator(`#${id}`).isVisible()).toBe(true);
    expect(await page.locator(`#${id}-heading`).evaluate((it) => it.getBoundingClientRect().top)).toBeGreaterThan(0);
  });

  test("shows on a phone the breakdown that a link leads to, which is folded there", async ({ open }) => {
    const page = await answers(await open(METRIC, { viewport: PHONE }));
    const figure = page.locator("figure#time-to-approval-by-region");
    expect(await figure.isVisible()).toBe(false);
    await page.evaluate(() => location.assign("#time-to-approval-by-region"));
    await eventually(() => figure.isVisible()).toBe(true);
  });

  test("has on paper its figures and short tables, and no SQL", async ({ open }) => {
    const page = await answers(await open(METRIC, { viewport: PHONE }));
    await page
      .locator(".folded", { has: page.locator("#definition") })
      .locator("summary")
      .click();
    await page.emulateMedia({ media: "print" });
    expect(await Promise.all(FOLDED.map((id) => page.locator(`#${id}`).isVisible()))).toEqual([true, true, true, true, false]);
    expect(await page.locator("figure#time-to-approval-by-region").isVisible()).toBe(true);
  });
});
