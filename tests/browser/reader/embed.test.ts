import { parseHTML } from "linkedom";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { faultsOf } from "../support/axe.ts";
import { answers, eventually, tableOf } from "../support/interactive.ts";
import { openMenu } from "../support/menu.ts";
import { test } from "../support/site.ts";

const METRIC = "time-to-approval";
const PATH = `en/embed/${METRIC}/`;

describe("an embedded figure", () => {
  test.for([
    [200, 150],
    [320, 240],
    [400, 300],
    [640, 420],
    [1200, 800],
    [1600, 900],
    [390, 844],
  ] as const)("fits a frame of %i × %i", async ([width, height], { open }) => {
    const page = await open(`embed/${METRIC}/?figure=breakdown.region&region=east`, { viewport: { width, height } });
    await page.locator("svg.chart .unselected").first().waitFor();
    const box = await page.locator("svg.chart").boundingBox();
    expect(box && box.y + box.height <= height && box.width <= width).toBe(true);
    expect(box?.height).toBeGreaterThan(height * 0.35 * Math.min(1, width / height));
    expect(await page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")).toEqual([width, height]);
  });

  test("that has nothing to show is titled by its metric, not as the one that the page was built with", async ({ open }) => {
    const page = await open("en/embed/return-rate/?figure=spread");
    await page.locator(".figure-empty").waitFor();
    expect(await page.locator(".figure-title").innerText()).toBe("Return rate");
  });

  test("shows its trend without script, which fits as well", async ({ open }) => {
    const page = await open(PATH, { javaScriptEnabled: false, viewport: { width: 320, height: 240 } });
    const chart = page.locator("svg.chart:visible");
    const box = await chart.boundingBox();
    expect([await chart.count(), box && box.y + box.height <= 240]).toEqual([1, true]);
  });

  test.for([
    ["", "Time to approval: trend"],
    ["?figure=carriers&period=2025Q3", "Time to approval: where the change came from"],
    ["?figure=spread", "Time to approval: spread"],
    ["?figure=breakdown.segment", "Time to approval: by segment"],
    ["?figure=crossing.value_class.rice_quarter", "Time to approval"],
    ["?figure=breakdown.nowhere", "Time to approval: trend"],
    ["?figure=__proto__", "Time to approval: trend"],
  ] as const)("of %s is %s", async ([query, title], { open }) => {
    const page = await answers(await open(PATH + query));
    await eventually(() => page.locator(".figure-title").innerText()).toMatch(new RegExp(`^${title}`, "i"));
    await eventually(() => page.locator("svg.chart:visible").count()).toBe(1);
  });

  test("responds to the keys of its page, and leads to it as it is selected", async ({ open }) => {
    const query = "period=2026Q2&region=east&split=segment&vs.region=west";
    const page = await answers(await open(`${PATH}?${query}`));
    await eventually(() => page.locator(".figure-title").getAttribute("href")).toContain(`/en/metrics/${METRIC}/?${query}`);
    await eventually(() => page.locator(".figure-title").innerText()).toMatch(/segment|customer/i);
  });

  test("shows the numbers that its page shows of the same selection", async ({ open }) => {
    const query = "?period=2026Q2&segment=smb";
    const bars = async (path: string, scope: string) => {
      const page = await answers(await open(path));
      const svg = page.locator(`${scope} metric-figure > svg.chart`);
      await page.locator(`${scope} metric-figure`).scrollIntoViewIfNeeded();
      await svg.waitFor();
      return (await svg.locator("text").allTextContents()).filter((text) => /\d/.test(text));
    };
    const inPage = await bars(`en/metrics/${METRIC}/${query}`, `figure#${METRIC}-by-region`);
    expect(inPage.length).toBeGreaterThan(6);
    expect(await bars(`${PATH}${query}&figure=breakdown.region`, "figure")).toEqual(inPage);
  });

  test.for(["light", "dark"] as const)("has no fault of accessibility in %s", async (colorScheme, { open }) => {
    const page = await answers(
      await open(`${PATH}?figure=breakdown.region&region=east`, { colorScheme, viewport: { width: 640, height: 420 } }),
    );
    expect(await faultsOf(page)).toEqual([]);
  });
});

/** The frame that the menu of a figure gives to be set in another page. */
async function frameOf(page: Page, figure: string): Promise<{ code: string; address: string; height: number }> {
  const menu = await openMenu(page, figure);
  await menu.getByText("Copy code to embed it").click();
  const html = await menu.locator("textarea").inputValue();
  await page.keyboard.press("Escape");
  const frame = parseHTML(html).document.querySelector("iframe");
  expect([frame?.getAttribute("title"), frame?.getAttribute("loading")]).toEqual([
    await page.locator(`figure#${figure} .figure-title`).innerText(),
    "lazy",
  ]);
  return { code: html, address: frame?.getAttribute("src") ?? "", height: Number(frame?.getAttribute("height")) };
}

/** Figures unlike each other, each on a page with what is selected there. */
const EMBEDDED = [
  ["en/departments/rnd/?period=2026Q2", "time-technical-support-first-response"],
  ["en/departments/rnd/?region=east", "held-clock"],
  [`en/metrics/${METRIC}/?region=east&vs.region=west`, `${METRIC}-by-segment`],
  ["en/market/?period=2026Q1&region=east", "ledger"],
  ["en/goals/", "goal-tree"],
] as const;

describe.each(EMBEDDED)("the code of /%s, %s", (path, id) => {
  test("draws that very figure, with the same rows", async ({ open }) => {
    const page = await answers(await open(path));
    const { address } = await frameOf(page, id);
    const rows = await tableOf(page, id);
    expect(rows.length).toBeGreaterThan(1);
    expect(await tableOf(await answers(await open(address)), id)).toEqual(rows);
  });

  test("names a height at which nothing scrolls", async ({ open }) => {
    const { address, height } = await frameOf(await answers(await open(path)), id);
    for (const width of [400, 540, 720, 1000]) {
      const page = await answers(await open(address, { viewport: { width, height } }));
      await page.locator(`figure#${id} svg.chart`).first().waitFor();
      const found = await page.locator("main").evaluate((main) => ({
        hidden: main.scrollHeight - main.clientHeight,
        drawn: [...main.querySelectorAll("svg.chart")].map((chart) => chart.getBoundingClientRect().height).find((each) => each > 0) ?? 0,
      }));
      expect({ width, ...found, drawn: found.drawn > height / 4 }).toEqual({ width, hidden: 0, drawn: true });
      await page.close();
    }
  });
});

test("the code gives the frame the height of the figure, whatever its width, and no bar to scroll by", async ({ open }) => {
  const { code } = await frameOf(await answers(await open(`en/metrics/${METRIC}/?region=east`)), `${METRIC}-by-region`);
  const page = await open("api/metrics.json");
  await page.setContent(code);
  const frame = page.frameLocator("iframe");
  const heightOf = () => page.locator("iframe").evaluate((it) => Number(it.getAttribute("height")));
  const hiddenOf = () => frame.locator("main").evaluate((main) => main.scrollHeight - main.clientHeight);
  const spareOf = () =>
    frame.locator("main").evaluate((main) => {
      const shown = [...main.querySelectorAll("*")].filter((each) => each.checkVisibility());
      return main.clientHeight - Math.max(...shown.map((each) => each.getBoundingClientRect().bottom));
    });
  for (const width of [320, 600, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    await eventually(hiddenOf).toBe(0);
    await eventually(spareOf).toBeLessThan(40);
  }
  const closed = await heightOf();
  expect(closed).toBeGreaterThan(250);
  await frame.locator("details.figure-numbers > summary").click();
  await eventually(heightOf).toBeGreaterThan(closed + 100);
  await eventually(hiddenOf).toBe(0);
  await frame.locator("details.figure-numbers > summary").click();
  await eventually(heightOf).toBe(closed);
});
