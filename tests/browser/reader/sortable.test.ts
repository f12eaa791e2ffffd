import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { press } from "../support/hand.ts";
import { answers, goTo, tableOf, unfold } from "../support/interactive.ts";
import { test } from "../support/site.ts";

const METRIC = "time-to-approval";
const PATH = `en/metrics/${METRIC}/`;

/** The table of quarters of a metric's page, out of what it is folded into. */
async function quartersOf(page: Page): Promise<Locator> {
  const table = page.locator("[data-live^='series.quarters']");
  await unfold(table);
  return table;
}

const columnOf = (table: Locator, column: number) => table.locator(`tbody tr > :nth-child(${column})`).allInnerTexts();
const sortsOf = (table: Locator) => table.locator("thead th").evaluateAll((heads) => heads.map((head) => head.getAttribute("aria-sort")));

describe("a table", () => {
  test.for(["mouse", "touch", "keys"] as const)(
    "is sorted by its heads, by %s, says so, and comes back to how it was written",
    async (manner, { open }) => {
      const page = await open(PATH, { hasTouch: manner === "touch" });
      const table = await quartersOf(page);
      const head = table.locator("thead th").nth(1);
      const values = async () => (await columnOf(table, 2)).map(Number.parseFloat);
      const written = await values();
      const orders: (readonly [string | null, number[]])[] = [];
      for (const _ of ["largest first", "smallest first", "as written"]) {
        await press(head.getByRole("button"), manner);
        orders.push([await head.getAttribute("aria-sort"), await values()]);
      }
      const rising = written.toSorted((a, b) => a - b);
      expect(orders).toEqual([
        ["descending", rising.toReversed()],
        ["ascending", rising],
        [null, written],
      ]);
    },
  );

  test("is sorted by one column at a time", async ({ open }) => {
    const table = await quartersOf(await open(PATH));
    await table.locator("thead button").nth(1).click();
    await table.locator("thead button").nth(0).click();
    const [first, ...others] = await sortsOf(table);
    expect([first, others.filter(Boolean)]).toEqual(["ascending", []]);
    const periods = await columnOf(table, 1);
    expect(periods).toEqual(periods.toSorted());
  });

  test("has what is missing and what is hidden last, in both directions", async ({ open }) => {
    const page = await answers(await open("en/metrics/process-satisfaction/"));
    const id = "process-satisfaction-by-department";
    await tableOf(page, id);
    const table = page.locator(`figure#${id} table`);
    for (const _ of ["descending", "ascending"]) {
      await table.locator("thead button").nth(1).click();
      const values = await columnOf(table, 2);
      const shown = values.findLastIndex((text) => /^\d/.test(text)) + 1;
      expect(new Set(values.slice(shown))).toEqual(new Set(["hidden"]));
      expect(values.slice(0, shown).filter((text) => !/^\d/.test(text))).toEqual([]);
    }
  });

  test("has Chinese names in the order of their sounds", async ({ open }) => {
    const page = await answers(await open(`metrics/${METRIC}/`));
    const id = `${METRIC}-by-region`;
    await tableOf(page, id);
    const table = page.locator(`figure#${id} table`);
    await table.locator("thead button").first().click();
    expect(await columnOf(table, 1)).toEqual(["海外", "华北", "华东", "华南", "华中", "西部"]);
  });

  test("keeps its order when the selection changes", async ({ open }) => {
    const page = await answers(await open(`${PATH}?region=east`));
    const table = await quartersOf(page);
    await table.locator("thead button").first().press("Enter");
    const before = await table.locator("tbody").innerText();
    await goTo(page, "region=south");
    await table.scrollIntoViewIfNeeded();
    await expect.poll(() => table.locator("tbody").innerText()).not.toBe(before);
    expect((await sortsOf(table))[0]).toBe("ascending");
    expect(await table.locator("tbody th").first().innerText()).toBe("2023 Q4");
  });

  test("has its numbers to the right, of one width", async ({ open }) => {
    const page = await open(PATH);
    const looks = await page.locator("[data-live^='series.quarters'] .number").evaluateAll((cells) =>
      cells.map((cell) => {
        const { textAlign, fontVariantNumeric } = getComputedStyle(cell);
        return `${textAlign} ${fontVariantNumeric}`;
      }),
    );
    expect(new Set(looks)).toEqual(new Set(["end tabular-nums"]));
  });
});
