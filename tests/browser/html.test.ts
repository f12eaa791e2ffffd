import { describe, expect, test } from "vitest";
import { EARLY_SCRIPT } from "../../src/publish/early-script.ts";
import { documentOf, htmlOf, pagePaths } from "./support/files.ts";
import { htmlProblems } from "./support/html-problems.ts";

test("every page is valid HTML", { timeout: 600_000 }, async () => {
  expect((await htmlProblems()).slice(0, 20)).toEqual([]);
});

const documents = new Map(pagePaths.map((path) => [path, documentOf(path)]));

test("titles are there once each", () => {
  const titles = [...documents.values()].map(({ title }) => title);
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});

test("every page that is not set in another has a way past its head", () => {
  const skips = (page: Document) => page.querySelector("a.skip")?.getAttribute("href") === "#content";
  expect([...documents].filter(([path, page]) => skips(page) === path.includes("embed/")).map(([path]) => path)).toEqual([]);
});

/** Places of a page that must say something before any script runs. */
const WORDS = "h1, [data-live*='.answer'], [data-live*='.heading'], [data-live*='.verdict'], [data-live*='.value']";

const textIn = (element: Element | null) => element?.textContent?.trim() ?? "";

/** Whether a figure that has something to show has all that belongs to it. */
const isWhole = (figure: Element) =>
  textIn(figure.querySelector(".figure-title")) &&
  figure.querySelector("svg.chart[role=img]")?.getAttribute("aria-label") &&
  textIn(figure.querySelector(".figure-origin")) &&
  figure.querySelector("table tbody tr") &&
  figure.querySelector("a[download]");

const saysWhyItIsEmpty = (figure: Element) =>
  textIn(figure.querySelector(".figure-title")) && textIn(figure.querySelector(".figure-empty"));

describe.each([...documents])("page %s", (path, document) => {
  test("has a language, one first heading and a description", () => {
    expect(document.documentElement.getAttribute("lang")).toBe(path.startsWith("en/") ? "en" : "zh-CN");
    expect([...document.querySelectorAll("h1")].map(({ textContent }) => Boolean(textContent))).toEqual([true]);
    expect(document.querySelector("meta[name=description]")?.getAttribute("content")).toBeTruthy();
  });

  test("has one script, which is a file of the site, none within but the one before the first paint, and no style", () => {
    const html = htmlOf(path);
    const scripts = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].map(([, attributes, content]) => [attributes, content]);
    expect(scripts).toEqual([
      ["", EARLY_SCRIPT],
      [expect.stringMatching(/^ type="module" src="\/_astro\/[\w.-]+\.js"$/), ""],
    ]);
    expect(html).not.toMatch(/<style\b|<[^>]+\s(?:style|on[a-z]+)=/);
  });

  test("lets nothing run or load but what is the site's own", () => {
    const policy = document.querySelector("meta[http-equiv=content-security-policy]")?.getAttribute("content") ?? "";
    const sources = new Map(policy.split(";").map((directive) => [directive.trim().split(" ")[0], directive.trim().split(" ").slice(1)]));
    expect([sources.get("default-src"), sources.get("connect-src"), sources.get("img-src")]).toEqual([
      ["'self'"],
      ["'self'"],
      ["'self'", "data:"],
    ]);
    const others = [...sources].flatMap(([name, all]) => (name === "img-src" ? [] : all));
    expect(others.filter((source) => !/^'(?:self|none|sha256-[\w+/=]+)'$/.test(source))).toEqual([]);
  });

  test("every figure has a title, words for its drawing, a source, its numbers as a table and as CSV, or says why it is empty", () => {
    const figures = [...document.querySelectorAll("figure")];
    const lacking = figures.filter((figure) => !(figure.querySelector(".figure-empty") ? saysWhyItIsEmpty(figure) : isWhole(figure)));
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  test("says what it is about and what it answers, whatever runs", () => {
    const silent = [...document.querySelectorAll(WORDS)].filter((element) => !textIn(element));
    expect(silent.map(({ outerHTML }) => outerHTML)).toEqual([]);
  });
});
