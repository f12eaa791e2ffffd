import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { words as en } from "../../../src/i18n/en/words.ts";
import { browserFor, middleOf } from "../support/hand.ts";
import { answers, eventually, liveFigure, tableOf } from "../support/interactive.ts";
import { approached, hitOf, tipLines, tipName, tipOf } from "../support/marks.ts";
import { test } from "../support/site.ts";
import { PHONE } from "../support/windows.ts";

const METRIC = "time-to-approval";
const PATH = `en/metrics/${METRIC}/`;
const REGIONS = `${METRIC}-by-region`;
const TREND = `${METRIC}-trend`;

/** What is read out. */
const heard = (page: Page) => page.locator("main > .visually-hidden[aria-live]").innerText();

describe("a tip", () => {
  test("says period, value, change and n where the mouse points, and goes with it", async ({ open }) => {
    const page = await open(PATH);
    const { figure } = await approached(page, TREND);
    const { x, y } = await middleOf(hitOf(figure, 20));
    await page.mouse.move(x, y);
    await tipOf(page).waitFor();
    const [name, value, change, n] = await tipLines(page);
    expect(name).toMatch(/^[A-Z][a-z]+ 20\d\d$/);
    expect([value, change, n]).toEqual([
      expect.stringMatching(/^[\d.]+\sdays$/),
      expect.stringMatching(/^Change: [+−-][\d.]+\sdays$/),
      expect.stringMatching(/^n = \d+$/),
    ]);
    expect(await figure.locator(".hit.at").count()).toBe(1);
    await page.mouse.move(2, 2);
    await eventually(() => tipOf(page).isVisible()).toBe(false);
  });

  test("says what the table says of the same point", async ({ open }) => {
    const page = await answers(await open(PATH));
    const rows = (await tableOf(page, REGIONS)).map((cells) => cells.map(({ text }) => text));
    await liveFigure(page, REGIONS);
    const shown: string[][] = [];
    for (const _ of rows) {
      await page.keyboard.press("ArrowDown");
      shown.push((await tipLines(page)).slice(0, 5));
    }
    const expected = rows.map(([member, now, before, change, n]) => [
      `${member}, 2026 Q3`,
      now,
      `2026 Q2: ${before}`,
      `${en.change}: ${change}`,
      `n = ${n}`,
    ]);
    expect(shown).toEqual(expected);
  });

  test("is read out where keys walk, and closed by Escape and by leaving", async ({ open }) => {
    const page = await open(PATH);
    const { figure } = await approached(page, TREND);
    await page.keyboard.press("Home");
    const first = await heard(page);
    await page.keyboard.press("ArrowRight");
    const name = await tipName(page);
    expect([first.startsWith(name), (await heard(page)).startsWith(`${name}: `)]).toEqual([false, true]);
    await page.keyboard.press("Escape");
    expect(await tipOf(page).isVisible()).toBe(false);
    await page.keyboard.press("ArrowLeft");
    expect(await heard(page)).toBe(first);
    await page.keyboard.press("Tab");
    expect([await tipOf(page).isVisible(), await figure.locator(".hit.at").count()]).toEqual([false, 0]);
  });

  test("stays where keys walk when the page scrolls its figure below a mouse at rest", async ({ open }) => {
    const page = await open(PATH);
    const { figure } = await approached(page, TREND);
    const { x, y } = await middleOf(hitOf(figure, 3));
    await page.evaluate(() => scrollBy(0, innerHeight / 2));
    await page.mouse.move(x, y);
    for (const key of ["End", "ArrowLeft"]) await page.keyboard.press(key);
    const name = await tipName(page);
    await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await eventually(() => figure.evaluate((element) => element.matches(":hover"))).toBe(true);
    expect(await tipName(page)).toBe(name);
  });

  test("is closed by touching elsewhere, and stays within the window", async ({ open }) => {
    const page = await open(PATH, browserFor("touch"));
    const { figure, ids } = await approached(page, TREND);
    for (const at of [0, ids.length - 1]) {
      const { x, y } = await middleOf(hitOf(figure, at));
      await page.touchscreen.tap(x, y);
      await tipOf(page).waitFor();
      const box = await tipOf(page).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= PHONE.width).toBe(true);
    }
    await page.locator("h1").tap();
    expect(await tipOf(page).isVisible()).toBe(false);
  });

  test("says to screen readers what the figure is and how to walk it", async ({ open }) => {
    const page = await open(PATH);
    const { figure } = await approached(page, TREND);
    expect(await figure.getAttribute("role")).toBe("application");
    expect(await figure.getAttribute("aria-label")).toBe("Time to approval: trend");
    const hint = await figure.getAttribute("aria-describedby");
    expect(await page.locator(`#${hint}`).textContent()).toBe(en.pointing.hints.period);
  });
});
