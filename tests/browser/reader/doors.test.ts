import { describe, expect } from "vitest";
import { eventually } from "../support/interactive.ts";
import { test } from "../support/site.ts";
import { LAPTOP, PHONE } from "../support/windows.ts";

describe("the doors", () => {
  test("stand in one line on a laptop, and open over the page", async ({ open }) => {
    const page = await open("", { viewport: LAPTOP });
    const heights = await page.locator(".masthead, main").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));
    expect(heights[0]).toBeLessThanOrEqual(56);
    await page.getByText("部门", { exact: true }).first().click();
    const link = page.locator(".doors a[href$='departments/rnd/']");
    expect(await link.isVisible()).toBe(true);
    const box = await link.boundingBox();
    const isOnTop = await link.evaluate((it, { x, y }) => it.contains(document.elementFromPoint(x, y)), {
      x: (box?.x ?? 0) + 5,
      y: (box?.y ?? 0) + 5,
    });
    expect(isOnTop).toBe(true);
    expect(await page.locator("main").evaluate((main) => main.getBoundingClientRect().height)).toBe(heights[1]);
  });

  test("are one open at a time, closed by Escape and by a click elsewhere", async ({ open }) => {
    const page = await open("en/", { viewport: LAPTOP });
    const opened = () => page.locator(".door[open] > summary").allInnerTexts();
    const door = (name: string) => page.locator(".door > summary", { hasText: name });
    await door("Effects").press("Enter");
    await door("Departments").press("Enter");
    expect(await opened()).toEqual(["Departments"]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await opened()).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Departments");
    await door("Effects").click();
    await page.locator("h1").click();
    expect(await opened()).toEqual([]);
  });

  test("are behind one button on a phone, in a line with the name", async ({ open }) => {
    const page = await open("", { viewport: PHONE });
    expect(await page.locator(".masthead").evaluate((it) => it.getBoundingClientRect().height)).toBeLessThanOrEqual(49);
    expect(await page.locator(".doors").isVisible()).toBe(false);
    await page.locator(".menu > summary").click();
    await page.locator(".door > summary", { hasText: "协作效果" }).click();
    await page.locator(".doors a[href$='response/']").click();
    await eventually(() => page.locator("h1").innerText()).toContain("需求响应");
  });

  test("show on a phone that they open", async ({ open }) => {
    const page = await open("", { viewport: PHONE });
    const marks = await page
      .locator(".door > summary")
      .evaluateAll((doors) => doors.map((door) => getComputedStyle(door, "::after").content.includes("▾")));
    expect(marks).toEqual([true, true, true, true]);
  });

  test("lead everywhere without script", async ({ open }) => {
    const page = await open("en/", { viewport: LAPTOP, javaScriptEnabled: false });
    await page.locator(".door > summary", { hasText: "Collaboration" }).click();
    await page.locator(".doors a[href$='leads/']").click();
    await eventually(() => page.locator(".door:has([aria-current]) > summary").innerText()).toBe("Collaboration");
  });
});
