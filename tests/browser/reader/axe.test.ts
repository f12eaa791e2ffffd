import { describe, expect } from "vitest";
import { faultsOf } from "../support/axe.ts";
import { answers, liveFigure } from "../support/interactive.ts";
import { openMenu } from "../support/menu.ts";
import { test } from "../support/site.ts";
import { LAPTOP, PHONE } from "../support/windows.ts";

const METRIC = "time-to-approval";
const TREND = `${METRIC}-trend`;

/** A page in light and dark, on a laptop and on a phone. */
const LOOKS = [
  ["a laptop in the light", { viewport: LAPTOP }],
  ["a phone in the dark", { viewport: PHONE, colorScheme: "dark", hasTouch: true }],
] as const;

describe.each(LOOKS)("on %s an interactive page has no fault of accessibility", (_, look) => {
  test("with each popover of the bar open", async ({ open }) => {
    const page = await answers(await open(`en/metrics/${METRIC}/?region=east&split=region&vs.region=west&colour=red`, look));
    const found: string[] = [];
    const opener = page.locator(".bar-opener");
    for (const name of ["period", "region", "department", "split", "compare", "link"]) {
      if (await opener.isVisible()) await opener.click();
      await page.locator(`[data-item=${name}] .bar-button`).click();
      await page.locator(`#bar-${name} fieldset`).first().waitFor();
      found.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    }
    expect(found).toEqual([]);
  });

  test("with a tip, with a menu, in tables and with nothing to show", async ({ open }) => {
    const page = await answers(await open(`metrics/${METRIC}/?region=east`, look));
    const found: string[] = [];
    const check = async (name: string) => found.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
    await liveFigure(page, `${METRIC}-by-region`);
    await page.keyboard.press("ArrowDown");
    await page.locator(".tip").waitFor();
    await check("tip");
    await openMenu(page, TREND);
    await check("menu");
    await page.keyboard.press("Escape");
    await page.locator(".bar-switch input[value=table]").evaluate((input: HTMLInputElement) => input.click());
    await page.locator(`#${TREND} details[open] tbody tr`).first().waitFor();
    await check("tables");
    await page.goto(`${page.url().split("?")[0]}?period=2023-10&region=overseas&product_line=power&department=hr&value_class=must`);
    await answers(page);
    await page.locator(".figure-empty").first().waitFor();
    await check("nothing");
    expect(found).toEqual([]);
  });
});
