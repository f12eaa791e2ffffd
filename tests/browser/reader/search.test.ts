import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { words as en } from "../../../src/i18n/en/words.ts";
import { words as zh } from "../../../src/i18n/zh/words.ts";
import { faultsOf } from "../support/axe.ts";
import { browserFor } from "../support/hand.ts";
import { answers, eventually, queryOf } from "../support/interactive.ts";
import { siteAddress, test } from "../support/site.ts";
import { LAPTOP, PHONE } from "../support/windows.ts";

const searchOf = (page: Page) => {
  const dialog = page.locator("dialog.search");
  const field = dialog.getByRole("combobox");
  const options = dialog.getByRole("option");
  return {
    dialog,
    field,
    options,
    /** What Enter would follow, as assistive technology is told. */
    active: async () => {
      const id = await field.getAttribute("aria-activedescendant");
      return id === null ? null : page.locator(`#${id}`).locator("span").first().innerText();
    },
  };
};

const pathOf = (page: Page) => new URL(page.url()).pathname;

describe("the search", () => {
  test("opens by Ctrl+K, finds in either language, and leads with what is selected to what was chosen", async ({ open }) => {
    const page = await answers(await open("en/response/?region=east", { viewport: LAPTOP }));
    const { dialog, field, options, active } = searchOf(page);
    await page.keyboard.press("Control+k");
    await options.first().waitFor();
    await page.keyboard.type("立项率");
    await eventually(active).toBe("Approval rate");
    await field.fill("market");
    await eventually(active).toBe("Market");
    await page.keyboard.press("Enter");
    await eventually(() => pathOf(page)).toBe("/en/market/");
    expect(queryOf(page)).toBe("region=east");
    expect(await dialog.isVisible()).toBe(false);
  });

  test("walks with the arrows, both ways round", async ({ open }) => {
    const page = await open("en/", { viewport: LAPTOP });
    const { options, active } = searchOf(page);
    await page.keyboard.press("/");
    await options.first().waitFor();
    const names = await options.locator("span:first-child").allInnerTexts();
    expect(await active()).toBe(names[0]);
    await page.keyboard.press("ArrowUp");
    expect(await active()).toBe(names.at(-1));
    for (const _ of "12") await page.keyboard.press("ArrowDown");
    expect(await active()).toBe(names[1]);
    expect(await page.locator("[role=option][aria-selected=true]").count()).toBe(1);
  });

  test("leads to a promise on the page of its department, and closes where that page is open", async ({ open }) => {
    const page = await answers(await open("departments/rnd/", { viewport: LAPTOP }));
    const { dialog, options } = searchOf(page);
    await page.keyboard.press("/");
    await options.first().waitFor();
    await page.keyboard.type("研发 技术支持");
    await eventually(() => options.count()).toBe(1);
    await options.first().click();
    expect(await dialog.isVisible()).toBe(false);
    await eventually(() => new URL(page.url()).hash).toBe("#sla-technical_support-first_response");
  });

  test("is closed by Escape and by a click beside it, back to where the reader was, and is empty the next time", async ({ open }) => {
    const page = await open("", { viewport: LAPTOP });
    const { dialog, field, options } = searchOf(page);
    const opener = page.locator(".search-opener");
    await opener.click();
    await options.first().waitFor();
    await page.keyboard.type("zzz");
    await eventually(() => dialog.getByRole("status").innerText()).toBe(zh.search.found(0));
    await page.keyboard.press("Escape");
    expect(await dialog.isVisible()).toBe(false);
    expect(await opener.evaluate((it) => it === document.activeElement)).toBe(true);
    await opener.click();
    expect(await field.inputValue()).toBe("");
    await page.mouse.click(5, 5);
    expect(await dialog.isVisible()).toBe(false);
  });

  test("is no command where a reader types", async ({ open }) => {
    const page = await answers(await open("en/metrics/time-to-approval/", { viewport: LAPTOP }));
    await page.locator("[data-item=department] .bar-button").click();
    const field = page.locator("#bar-department input[type=search]");
    await field.fill("a");
    await field.press("/");
    expect(await field.inputValue()).toBe("a/");
    expect(await searchOf(page).dialog.isVisible()).toBe(false);
  });

  test("works on a phone, within the window", async ({ open }) => {
    const page = await open("en/", browserFor("touch"));
    const { dialog, field, options } = searchOf(page);
    await page.locator(".search-opener").tap();
    await options.first().waitFor();
    const box = await dialog.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= PHONE.width && box.y + box.height <= PHONE.height).toBe(true);
    await field.fill("approval rate");
    await eventually(() => options.first().innerText()).toContain("Approval rate");
    await options.first().tap();
    await eventually(() => pathOf(page)).toBe("/en/metrics/approval-rate/");
  });

  test("passes on what is selected from a page on which nothing can be", async ({ open }) => {
    const page = await open("en/data/?region=east&from=timeline", { viewport: LAPTOP });
    await page.keyboard.press("/");
    await searchOf(page).options.first().waitFor();
    await page.keyboard.type("Approval rate");
    await page.keyboard.press("Enter");
    await eventually(() => queryOf(page)).toBe("region=east");
  });

  test("loads nothing until it is opened, and leads to the catalogue where it cannot be loaded", async ({ open, complaints }) => {
    const page = await open("icon.svg", { viewport: LAPTOP });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.route(/data\/search\./, (route) => route.abort());
    await page.goto(siteAddress("en/"));
    await answers(page);
    await page.waitForLoadState("networkidle");
    expect(asked.filter((address) => address.includes("search"))).toEqual([]);
    await page.keyboard.press("/");
    await eventually(() => pathOf(page)).toBe("/en/metrics/");
    complaints.splice(0);
  });

  test.for([LAPTOP, PHONE])("has no fault of accessibility in a window of $width", async (viewport, { open }) => {
    const page = await open("en/", { viewport });
    await page.locator(".search-opener").click();
    await searchOf(page).options.first().waitFor();
    await page.keyboard.type("cost");
    await page.getByText(en.search.found(await searchOf(page).options.count())).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  test("is not offered without script", async ({ open }) => {
    const page = await open("en/", { viewport: LAPTOP, javaScriptEnabled: false });
    expect(await page.locator(".search-opener").isVisible()).toBe(false);
  });
});
