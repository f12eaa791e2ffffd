import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SHADES } from "../../src/charts/heat.ts";

const css = readFileSync(new URL("../../src/styles/tokens.css", import.meta.url), "utf8");

type Rgb = readonly [number, number, number];

/** The colours that a block of the file sets. */
function coloursOf(block: string): Record<string, Rgb> {
  const found = [...block.matchAll(/--([\w-]+): #([0-9a-f]{3,6});/g)];
  return Object.fromEntries(found.map(([, name = "", hex = ""]) => [name, parseHex(hex)]));
}

function parseHex(hex: string): Rgb {
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) =>
    channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const [light = "", dark = "", print = ""] = css.split(/@media [^{]+\{/);
const base = coloursOf(light);
const themes = { light: base, dark: { ...base, ...coloursOf(dark) }, print: { ...base, ...coloursOf(print) } } as const;

const TEXTS = ["ink", "ink-muted", "response", "market", "cost", "satisfaction", "better", "worse", "link"];

const colour = (theme: keyof typeof themes, name: string): Rgb => {
  const found = themes[theme][name];
  if (!found) throw new Error(`unknown token: --${name}`);
  return found;
};

const cases = (["light", "dark", "print"] as const).flatMap((theme) => TEXTS.map((name) => ({ theme, name })));

describe("tokens.css", () => {
  test.each(cases)("$name is legible on both surfaces in $theme", ({ theme, name }) => {
    const ratios = ["surface", "surface-sunk"].map((surface) => contrast(colour(theme, name), colour(theme, surface)));
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["light", "dark", "print"] as const)("ink is legible on the strongest shade of a heat table in %s", (theme) => {
    const mix = (accent: Rgb) =>
      colour(theme, "surface").map((channel, at) => channel * (1 - SHADES[1]) + (accent[at] ?? 0) * SHADES[1]) as unknown as Rgb;
    const ratios = ["response", "market", "cost", "satisfaction"].map((name) => contrast(colour(theme, "ink"), mix(colour(theme, name))));
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
  });

  test("charts have no colour but those of the tokens", () => {
    const charts = readFileSync(new URL("../../src/styles/charts.css", import.meta.url), "utf8");
    const used = [...charts.matchAll(/(?:fill|stroke|color): ([^;]+);/g)].map(([, value = ""]) => value);
    expect(used.filter((value) => value !== "none" && !/^var\(--[\w-]+\)$/.test(value))).toEqual([]);
    expect([...charts.matchAll(/var\(--([\w-]+)\)/g)].map(([, name = ""]) => name).filter((name) => !css.includes(`--${name}:`))).toEqual(
      [],
    );
  });

  test("dark sets every colour again", () => {
    expect(Object.keys(coloursOf(dark)).sort()).toEqual(Object.keys(base).sort());
  });
});
