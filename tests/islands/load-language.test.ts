import { expect, test } from "vitest";
import { LOCALES } from "../../src/core/text.ts";
import { languageOf } from "../../src/i18n/languages.ts";
import { loadLanguage } from "../../src/islands/load-language.ts";

test.each(LOCALES)("loadLanguage(tag) loads the language of the tag of %s", async (locale) => {
  const language = languageOf(locale);
  expect(await loadLanguage(language.tag)).toBe(language);
});

test("loadLanguage(tag) throws on a language that the site does not have", async () => {
  await expect(loadLanguage("eo-001")).rejects.toThrow("unknown language: eo-001 (the site has: zh, en)");
});
