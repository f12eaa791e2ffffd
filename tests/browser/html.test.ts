import { describe, expect, test } from "vitest";
import { documentOf, htmlOf, pagePaths } from "./support/files.ts";
import { htmlProblems } from "./support/html-problems.ts";

test("every page is valid HTML", async () => {
  expect((await htmlProblems()).slice(0, 20)).toEqual([]);
});

test("titles are there once each", () => {
  const titles = pagePaths.map((path) => documentOf(path).title);
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});

test("every page that is not set in another has a way past its head", () => {
  const skips = (path: string) => documentOf(path).querySelector("a.skip")?.getAttribute("href") === "#content";
  expect(pagePaths.filter((path) => skips(path) === path.includes("embed/"))).toEqual([]);
});

describe.each(pagePaths)("page %s", (path) => {
  const document = documentOf(path);

  test("has a language, one first heading and a description", () => {
    expect(document.documentElement.getAttribute("lang")).toBe(path.startsWith("en/") ? "en" : "zh-CN");
    expect([...document.querySelectorAll("h1")].map(({ textContent }) => Boolean(textContent))).toEqual([true]);
    expect(document.querySelector("meta[name=description]")?.getAttribute("content")).toBeTruthy();
  });

  test("has one script, which is a file of the site, and no script or style within", () => {
    const html = htmlOf(path);
    const scripts = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].map(([, attributes, content]) => [attributes, content]);
    expect(scripts).toEqual([[expect.stringMatching(/^ type="module" src="\/_astro\/[\w.-]+\.js"$/), ""]]);
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

  test("every figure has words for its drawing, a source, its numbers as a table and as CSV", () => {
    const lacking = [...document.querySelectorAll("figure:not(:has(.figure-empty))")].filter(
      (figure) =>
        !figure.querySelector("svg[role=img]")?.getAttribute("aria-label") ||
        !figure.querySelector(".figure-origin")?.textContent ||
        !figure.querySelector("table tbody tr") ||
        !figure.querySelector("a[download]"),
    );
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });
});
