import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { documentOf, pagePaths, readSiteFile, siteFiles } from "./support/files.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // what Astro and Plot write is valid HTML5, in a style of their own
    "attr-quotes": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "long-title": "off",
  },
});

test("every page is valid HTML", async () => {
  const problems: string[] = [];
  for (const file of siteFiles("**/*.html")) {
    const { results } = await validator.validateString(readSiteFile(file));
    problems.push(
      ...results.flatMap(({ messages }) =>
        messages.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId} ${message}`),
      ),
    );
  }
  expect(problems.slice(0, 20)).toEqual([]);
});

test("titles are there once each", () => {
  const titles = pagePaths.map((path) => documentOf(path).title);
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});

describe.each(pagePaths)("page %s", (path) => {
  const document = documentOf(path);

  test("has a language, one first heading, a description and a way past the head", () => {
    expect(document.documentElement.getAttribute("lang")).toBe(path.startsWith("en/") ? "en" : "zh-CN");
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.querySelector("meta[name=description]")?.getAttribute("content")).toBeTruthy();
    expect(document.querySelector("a.skip")?.getAttribute("href")).toBe("#content");
  });

  test("needs no script and sets no style within", () => {
    expect(document.querySelectorAll("script")).toHaveLength(0);
    expect(document.querySelectorAll("style, [style]")).toHaveLength(0);
  });

  test("every figure has words for its drawing, a source, its numbers as a table and as CSV", () => {
    const lacking = [...document.querySelectorAll("figure")].filter(
      (figure) =>
        !figure.querySelector("svg[role=img]")?.getAttribute("aria-label") ||
        !figure.querySelector(".figure-source span")?.textContent ||
        !figure.querySelector("table tbody tr") ||
        !figure.querySelector("a[download]"),
    );
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });
});
