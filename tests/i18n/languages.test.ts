import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/tools/settings.ts";
import { LOCALES, type Locale } from "../../src/core/text.ts";
import { reasons as english } from "../../src/i18n/en/reasons.ts";
import { languageOf, reasonWordsOf } from "../../src/i18n/languages.ts";

describe.each(LOCALES)("languageOf(%j)", (locale) => {
  test("is named by its folder, and its tag begins with that name", () => {
    const language = languageOf(locale);
    expect(language.locale).toBe(locale);
    expect(new Intl.Locale(language.tag).language).toBe(locale);
  });
});

test("languageOf(locale) throws with the languages of the site", () => {
  expect(() => languageOf("eo" as Locale)).toThrow("unknown language: eo (the site has: zh, en)");
});

test("reasonWordsOf(locale) is in English in a language without words for reasons", () => {
  expect(reasonWordsOf("eo" as Locale)).toBe(english);
  expect(reasonWordsOf("zh")).not.toBe(english);
});

/** Code that does one thing in one language and another in the next. */
const BY_LANGUAGE =
  /(\blocale|\blang|\btag|\blanguage)\b[^;\n]{0,20}[!=]==\s*["'`]|[!=]==\s*["'`](zh|en)\b|startsWith\(["'`](zh|en)\b|\bis(Chinese|English)\b/;

test.each(['locale === "zh" ? "：" : ": "', 'page.language.locale !== "en"', 'lang.startsWith("zh")', "const isChinese = true"])(
  "%s would be found outside the folders of languages",
  (code) => {
    expect(code).toMatch(BY_LANGUAGE);
  },
);

test("only the folders of languages have code that depends on the language", () => {
  const files = globSync("src/**/*.{ts,astro}", { cwd: ROOT }).filter((file) => !/^src.i18n.(zh|en)\b/.test(file));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => BY_LANGUAGE.test(readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
});
