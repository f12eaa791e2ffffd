import { parseHTML } from "linkedom";
import { expect } from "vitest";
import type { ChartOptions } from "../../src/charts/drawing.ts";
import type { Locale } from "../../src/core/text.ts";
import { languageOf } from "../../src/i18n/languages.ts";

const document = parseHTML("<!doctype html><html></html>").document as unknown as Document;

/** What a language gives every chart. */
const saidIn = (locale: Locale): Pick<ChartOptions, "words" | "forms"> => {
  const { words, forms } = languageOf(locale);
  return { words, forms };
};

/** For a chart in English. */
export const english = saidIn("en");

/** Options that every chart needs, as a page would give them. */
export const given = (options: Partial<ChartOptions> = {}): ChartOptions => ({
  id: "figure",
  title: "平均立项时长",
  description: "立项更快了",
  ...saidIn("zh"),
  document,
  accent: "response",
  ...options,
});

/** With the site's styles, so that a saved drawing looks in a browser as it does on the page. */
const HEAD = ["tokens", "charts"].map((name) => `<?xml-stylesheet href="../../../src/styles/${name}.css"?>\n`).join("");

const asFile = (svg: SVGElement) => `${HEAD + svg.outerHTML.replaceAll("><", ">\n<")}\n`;

const MOST_BYTES = 9_000;

/** Draws twice, holds the drawing to what every page relies on, and compares it with the saved one. */
export async function expectDrawing(name: string, draw: () => SVGElement, most = MOST_BYTES): Promise<SVGElement> {
  const svg = draw();
  const text = svg.outerHTML;
  expect(text).toBe(draw().outerHTML);
  expect(text).not.toMatch(/<style|\sstyle=|NaN|Infinity|undefined|⚠|plot-|aria-hidden/);
  expect(text.replaceAll(/>[^<]+/g, ">")).not.toMatch(/(?<!-opacity="\d)\.\d{2,}/);
  expect(svg.getAttribute("role")).toBe("img");
  expect(svg.getAttribute("aria-label")).not.toBe("");
  expect([...svg.querySelectorAll("[id]")].map(({ id }) => id)).toEqual(["figure-desc"]);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
  await expect(asFile(svg)).toMatchFileSnapshot(`svg/${name}.svg`);
  return svg;
}

/** The texts of the drawing, or of the elements of a class. */
export const textsOf = (svg: SVGElement, selector = "text"): string[] =>
  [...svg.querySelectorAll(selector)].map(({ textContent }) => textContent);
