import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { answers, eventually } from "../support/interactive.ts";
import { test } from "../support/site.ts";
import { LAPTOP, PHONE } from "../support/windows.ts";

const PATH = "en/departments/rnd/";

const markedOn = (page: Page) => page.locator("main > .contents [aria-current]").allInnerTexts();

describe("the sections of a long page", () => {
  test("stay in sight below the bar on a laptop, the one that is read marked", async ({ open }) => {
    const page = await answers(await open(PATH, { viewport: LAPTOP }));
    for (const [id, name] of [
      ["open", "Open and overdue"],
      ["goals", "Goals"],
      ["clock", "Where the time went"],
    ] as const) {
      await page.locator(`main > .contents a[href="#${id}"]`).click();
      await eventually(() => markedOn(page)).toEqual([name]);
      const heading = page.locator(`#${id}-heading`);
      // nothing that stays at the top covers the heading
      await eventually(() =>
        heading.evaluate((it) => {
          const { left, top, height } = it.getBoundingClientRect();
          return it.contains(document.elementFromPoint(left + 5, top + height / 2));
        }),
      ).toBe(true);
    }
  });

  test("are listed once on a phone, and stay where they are", async ({ open }) => {
    const page = await open(PATH, { viewport: PHONE });
    expect(await page.locator("main > .contents").evaluate((it) => getComputedStyle(it).position)).toBe("static");
  });
});
