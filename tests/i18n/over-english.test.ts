import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { parsePeriod } from "../../src/core/periods.ts";
import type { Locale, Text } from "../../src/core/text.ts";
import english from "../../src/i18n/en/language.ts";
import type { Language } from "../../src/i18n/language.ts";
import { overEnglish } from "../../src/i18n/over-english.ts";
import { pageOf } from "../../src/site/ask/page.ts";
import { metricSentence } from "../../src/site/say/sentences.ts";
import { SITE } from "../site/tiny-site.ts";

/** A language with a few words of its own. */
const ESPERANTO: Language = {
  locale: "eo" as Locale,
  tag: "eo",
  name: "Esperanto",
  words: overEnglish({
    total: "Sumo",
    previousOf: { quarter: "la antaŭa kvaronjaro" },
    sentences: { equal: (than) => `same kiel ${than}` },
  }),
  forms: { ...english.forms, year: (year) => `jaro ${year}` },
};

const page = pageOf(SITE, { language: ESPERANTO, document: parseHTML("<html></html>").document as unknown as Document });

test("overEnglish(some) has the words that are given, and the others in English", () => {
  const { words } = page;
  expect([words.total, words.change]).toEqual(["Sumo", "Change"]);
  expect([words.previousOf.quarter, words.previousOf.month]).toEqual(["la antaŭa kvaronjaro", "the previous month"]);
  expect(words.sentences.equal("2025")).toBe("same kiel 2025");
  expect(words.sentences.none("Answers")).toBe("Answers: no data in this period.");
});

test("a page in a language with a few words says the rest in English, in its own forms", () => {
  expect(metricSentence(page, page.view("score")).replaceAll("\u00a0", " ")).toBe(
    "Score: 3.63, same kiel la antaŭa kvaronjaro; too little history to tell.",
  );
  expect(page.periodName(parsePeriod("2026"))).toBe("jaro 2026");
});

test("a name is in the language of the page where it has been translated, else in English", () => {
  const untranslated: Text = { zh: "天", en: "days" };
  const translated: Text = Object.assign({ eo: "tagoj" }, untranslated);
  expect([untranslated, translated].map(page.say)).toEqual(["days", "tagoj"]);
});
