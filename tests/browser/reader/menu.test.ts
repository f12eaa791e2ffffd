import { describe, expect } from "vitest";
import { words as en } from "../../../src/i18n/en/words.ts";
import { browserFor, MANNERS, press } from "../support/hand.ts";
import { answers } from "../support/interactive.ts";
import { OPEN, openMenu } from "../support/menu.ts";
import { test } from "../support/site.ts";
import { PHONE } from "../support/windows.ts";

const METRIC = "time-to-approval";
const TREND = `${METRIC}-trend`;
const PATH = `en/metrics/${METRIC}/?period=2026Q2&region=east`;

describe("the menu of a figure", () => {
  test("is walked by arrows, and Escape gives the focus back", async ({ open }) => {
    const page = await answers(await open(PATH));
    const menu = await openMenu(page, TREND);
    const items = await menu.getByRole("menuitem").allInnerTexts();
    const focused = () => page.locator(":focus").innerText();
    const walked = [await focused()];
    for (const key of ["ArrowUp", "ArrowDown", "End", "Home"]) {
      await page.keyboard.press(key);
      walked.push(await focused());
    }
    expect(walked).toEqual([items[0], items.at(-1), items[0], items.at(-1), items[0]]);
    await page.keyboard.press("Escape");
    expect(await page.locator(OPEN).count()).toBe(0);
    expect(await page.locator(":focus").getAttribute("class")).toBe("figure-menu");
  });

  test("opens beside its button, where the page stands", async ({ open }) => {
    // without a selection nothing is drawn again, by which a page may become shorter
    const page = await answers(await open(`en/metrics/${METRIC}/`, { viewport: PHONE }));
    const button = page.locator("figure .figure-menu").last();
    await button.scrollIntoViewIfNeeded();
    const before = await page.evaluate("scrollY");
    await button.press("Enter");
    await page.locator(`${OPEN} button:focus`).waitFor();
    const box = await page.locator(OPEN).boundingBox();
    expect(await page.evaluate("scrollY")).toBe(before);
    expect(box && box.x >= 0 && box.x + box.width <= PHONE.width && box.y >= 0 && box.y + box.height <= PHONE.height).toBe(true);
  });

  test.for(MANNERS)("opens the numbers, by %s", async (manner, { open }) => {
    const page = await answers(await open(PATH, browserFor(manner)));
    await press(page.locator(`figure#${TREND} .figure-menu`), manner);
    await press(page.locator(OPEN).getByRole("menuitem", { name: en.menu.table }), manner);
    await page.locator(`#${TREND} details[open] summary:focus`).waitFor();
    expect(await page.locator(OPEN).count()).toBe(0);
  });

  test("is closed by pressing elsewhere", async ({ open }) => {
    const page = await answers(await open(PATH));
    await openMenu(page, TREND);
    await page.locator("h1").click();
    expect(await page.locator(OPEN).count()).toBe(0);
  });
});
