import { describe, expect, test } from "vitest";
import { codePage, codesIn } from "../../scripts/snapshots/short-codes.ts";
import { LOCALES } from "../../src/core/text.ts";
import { shortCodeOf } from "../../src/data/short-code.ts";

const figure = (id: string, code: string) => `<figure id="${id}" data-code="${code}" class="figure">`;
const pagesOf = (pages: Record<string, string>) => new Map(Object.entries(pages).map(([path, html]) => [path, Buffer.from(html)]));

describe("shortCodeOf(number, figure)", () => {
  test("is the same for the same figure of a snapshot, and another for any other", () => {
    const codes = [1, 40].flatMap((number) => ["wait-trend", "wait-by-region"].map((id) => shortCodeOf(number, id)));
    expect(new Set(codes).size).toBe(4);
    expect(shortCodeOf(1, "wait-trend")).toBe(codes[0]);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{6}[0-9a-z]{1,2}$/);
  });
});

describe("codesIn(pages, locales)", () => {
  test("leads to the figure on its metric's page, in the first language", () => {
    const html = figure("wait-trend", "aaaa");
    const pages = { "en/metrics/wait/index.html": html, "response/index.html": html, "metrics/wait/index.html": html };
    expect(codesIn(pagesOf(pages), LOCALES)).toEqual({ aaaa: "metrics/wait/#wait-trend" });
  });

  test("leads to the first page that has the figure where no metric's page does", () => {
    const html = figure("gap", "bbbb");
    expect(codesIn(pagesOf({ "goals/index.html": html, "cost/index.html": html }), LOCALES)).toEqual({ bbbb: "cost/#gap" });
  });

  test("throws where two figures have one code", () => {
    const pages = pagesOf({ "index.html": figure("one", "cccc") + figure("two", "cccc") });
    expect(() => codesIn(pages, LOCALES)).toThrow("one and two have the same code: cccc");
  });
});

test("codePage(snapshot, place) leads on from /c/<code>/, without script", () => {
  const html = codePage("2026Q3/v1", "metrics/wait/#wait-trend");
  const target = /url=([^"]*)/.exec(html)?.[1] ?? "";
  expect(new URL(target, "https://example.org/team/c/7k3mq0zt/").href).toBe(
    "https://example.org/team/snapshots/2026Q3/v1/metrics/wait/#wait-trend",
  );
  expect(html).not.toContain("<script");
});
