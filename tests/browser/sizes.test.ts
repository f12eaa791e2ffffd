import { describe, expect } from "vitest";
import { answers } from "./support/interactive.ts";
import { test } from "./support/site.ts";

const PATHS = ["", "response/", "cost/", "matrix/", "departments/rnd/", "metrics/time-to-approval/"];

/** Sizes of the texts in drawings that are seen, in CSS pixels, below 12. */
const smallTexts = () =>
  [...document.querySelectorAll<SVGSVGElement>("svg.chart")].flatMap((drawing) => {
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    const texts = [...drawing.querySelectorAll("text")].filter((text) => text.checkVisibility());
    const sizes = texts.map((text) => ({ text: text.textContent, size: Number.parseFloat(getComputedStyle(text).fontSize) * scale }));
    return scale > 0 ? sizes.filter(({ size }) => size < 11.99) : [];
  });

describe("a window", () => {
  test.for([320, 390, 768, 1024, 1280, 1920])("of %i pixels has no text in a drawing below 12 pixels", async (width, { open }) => {
    for (const path of PATHS) {
      const page = await open(path, { viewport: { width, height: 900 }, javaScriptEnabled: false });
      expect([path, await page.evaluate(smallTexts)]).toEqual([path, []]);
      await page.close();
    }
  });

  test.for([
    [1280, 1120],
    [1920, 1600],
    [2560, 1600],
  ] as const)("of %i pixels has %i of content", async ([width, content], { open }) => {
    const page = await open("matrix/", { viewport: { width, height: 900 }, javaScriptEnabled: false });
    expect(await page.locator("main").evaluate((main) => main.clientWidth)).toBe(content);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  });
});

test("colours of the reader's own leave a frame around what is chosen, and a line below it", async ({ open }) => {
  const page = await answers(await open("en/metrics/time-to-approval/?region=east", { forcedColors: "active" }));
  const styleOf = (selector: string, pseudo?: string) =>
    page.locator(selector).evaluate((it, part) => {
      const { borderTopWidth, borderBottomWidth, borderBottomStyle } = getComputedStyle(it, part);
      return { borderTopWidth, borderBottomWidth, borderBottomStyle };
    }, pseudo);
  expect(await styleOf(".is-chosen", "::before")).toMatchObject({ borderTopWidth: "1px", borderBottomStyle: "solid" });
  expect(await styleOf(".bar-switch :checked + span")).toMatchObject({ borderBottomWidth: "3px", borderBottomStyle: "solid" });
  expect(await styleOf(".bar-switch input:not(:checked) + span")).toMatchObject({ borderBottomStyle: "none" });
});
