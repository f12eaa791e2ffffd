import { describe, expect } from "vitest";
import { answers, eventually, goTo } from "../support/interactive.ts";
import { test } from "../support/site.ts";
import { LAPTOP } from "../support/windows.ts";

const QUESTIONS = ".ask .questions a:not(:empty)";

describe("the questions of the overview", () => {
  test("stand below whom to talk to, without script too, and lead to their answers", async ({ open }) => {
    const page = await open("en/", { viewport: LAPTOP, javaScriptEnabled: false });
    const box = await page.locator(QUESTIONS).last().boundingBox();
    expect(box && box.y + box.height <= LAPTOP.height).toBe(true);
    await page.locator(QUESTIONS).first().click();
    await page.waitForURL(/departments\/rnd\/#clock$/);
  });

  test("are of the newest period of the whole: gone while the reader selects", async ({ open }) => {
    const page = await answers(await open("en/", { viewport: LAPTOP }));
    const ask = page.locator(".ask");
    await goTo(page, "region=east");
    await eventually(() => ask.isVisible()).toBe(false);
    await goTo(page, "");
    await eventually(() => ask.isVisible()).toBe(true);
  });

  test("follow what the reader selects on the page of a department", async ({ open }) => {
    const page = await answers(await open("en/departments/rnd/", { viewport: LAPTOP }));
    const textOf = () => page.locator(".page-head .questions a:not(:empty)").allTextContents();
    const before = await textOf();
    await goTo(page, "region=east");
    await eventually(textOf).not.toEqual(before);
  });
});
