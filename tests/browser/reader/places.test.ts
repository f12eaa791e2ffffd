import { describe, expect } from "vitest";
import { documentOf } from "../support/files.ts";
import { answers, eventually, goTo } from "../support/interactive.ts";
import { test } from "../support/site.ts";
import { LAPTOP } from "../support/windows.ts";

/** A page of each kind, and whether drawings are what is read there; the matrix and the overview are words and tables. */
const KINDS = [
  ["en/", false],
  ["en/matrix/", false],
  ["en/response/", true],
  ["en/departments/rnd/", true],
  ["en/goals/", true],
  ["en/metrics/time-to-approval/", true],
] as const;
const TOPIC = "en/response/";

/** Rows that are open, by their ids. */
const openRows = () => [...document.querySelectorAll("tbody.row:has(details.opener[open])")].map(({ id }) => id);

describe("the link to another language", () => {
  test("keeps what is selected, which rows are open, and the place", async ({ open }) => {
    const query = "?open=approval-rate,time-to-review&period=2026Q2&region=east";
    const page = await answers(await open(`${TOPIC}${query}#rows`));
    await page.locator("a[hreflang=zh]").click();
    await page.waitForURL(/\/response\/[^/]*$/);
    const { pathname, search, hash } = new URL(page.url());
    expect([pathname, search, hash]).toEqual(["/response/", query, "#rows"]);
    await answers(page);
    expect(await page.evaluate(openRows)).toEqual(expect.arrayContaining(["time-to-review", "approval-rate"]));
  });

  test("has all of it before the page answers, and follows a row that is opened", async ({ open }) => {
    const page = await open(`${TOPIC}?open=time-to-review`);
    const link = page.locator("a[hreflang=zh]");
    const queryOf = async () => new URL((await link.getAttribute("href")) ?? "", page.url()).search;
    expect(await queryOf()).toBe("?open=time-to-review");
    await page.locator("#approval-rate details.opener > summary").click();
    await link.focus();
    expect(await queryOf()).toBe(`?open=${(await page.evaluate(openRows)).join(",")}`);
    expect(await page.evaluate(openRows)).toEqual(expect.arrayContaining(["approval-rate", "time-to-review"]));
  });
});

describe("which rows are open", () => {
  const built = [...documentOf(TOPIC).querySelectorAll("tbody.row[data-open]")].map(({ id }) => id);

  test("is what the address says: without a word of it the rows that were built open, whatever is selected", async ({ open }) => {
    for (const query of ["", "?region=east", "?period=2025Q1"]) {
      const page = await answers(await open(TOPIC + query));
      expect(await page.evaluate(openRows)).toEqual(built);
    }
  });

  test("comes back with a selection that is gone back to", async ({ open }) => {
    const page = await answers(await open(`${TOPIC}?open=time-to-review&region=east`, { viewport: LAPTOP }));
    await goTo(page, "open=approval-rate&region=west");
    await eventually(() => page.evaluate(openRows)).toEqual(["approval-rate"]);
    await page.goBack();
    await eventually(() => page.evaluate(openRows)).toEqual(["time-to-review"]);
    expect(new URL(page.url()).search).toBe("?open=time-to-review&region=east");
    await page.goForward();
    await eventually(() => page.evaluate(openRows)).toEqual(["approval-rate"]);
  });
});

test.for(KINDS)("/%s offers tables for its drawings: %s; all figures follow", async ([path, isOffered], { open }) => {
  const page = await answers(await open(path, { viewport: LAPTOP }));
  const offer = page.locator(".bar-switch");
  const figures = page.locator("figure.figure:not(:has(.figure-empty)):visible");
  const count = await figures.count();
  expect(await offer.isVisible()).toBe(isOffered);
  if (!isOffered) return;
  expect(count).toBeGreaterThan(0);
  const drawings = page.locator("figure.figure svg.chart:visible");
  const tables = page.locator("figure.figure details.figure-numbers table:visible");
  await offer.getByRole("radio", { name: "Tables" }).click();
  await eventually(() => drawings.count()).toBe(0);
  await eventually(() => tables.count()).toBe(count);
  await offer.getByRole("radio", { name: "Charts" }).click();
  await eventually(() => tables.count()).toBe(0);
  await eventually(() => drawings.count()).toBe(count);
});
