import { expect } from "vitest";
import { loadMetrics, loadTopics } from "../../../scripts/tools/registry.ts";
import { LOCALES, type Locale, type Text } from "../../../src/core/text.ts";
import { languageOf } from "../../../src/i18n/languages.ts";
import { readSiteFile } from "../support/files.ts";
import { answers, eventually } from "../support/interactive.ts";
import { siteAddress, test } from "../support/site.ts";

const METRICS = await loadMetrics();

/** Names that figures need are in every language where they are defined. */
const NAMES: readonly Text[] = [
  ...METRICS.flatMap(({ label, cases, remark }) => [label, cases, ...(remark ? [remark.label] : [])]),
  ...(await loadTopics()).flatMap(({ name, title, question, withoutPromises }) => [
    name,
    title,
    question,
    ...Object.values(withoutPromises),
  ]),
];

/** Texts among words, at any depth. */
const textsIn = (words: unknown): string[] =>
  typeof words === "string" ? [words] : typeof words === "object" && words !== null ? Object.values(words).flatMap(textsIn) : [];

/** Long enough to be nothing but what a language says. */
const LENGTH = 12;
const saidIn = (locale: Locale) => textsIn(languageOf(locale).words).filter(({ length }) => length >= LENGTH);

test.for(LOCALES.map((locale) => [locale, locale === LOCALES[0] ? "" : `${locale}/`] as const))(
  "a page in %s loads the words of no other language",
  async ([locale, folder], { open }) => {
    const page = await open("icon.svg");
    const scripts: string[] = [];
    page.on("request", (request) => {
      const file = request.url().replace(siteAddress(""), "");
      if (file.endsWith(".js")) scripts.push(file);
    });
    await page.goto(siteAddress(`${folder}metrics/time-to-approval/?region=east`));
    await answers(page);
    await eventually(() => scripts.some((file) => file.includes("trend-figure"))).toBe(true);
    const names = NAMES.flatMap(({ zh, en }) => [zh, en]).sort((a, b) => b.length - a.length);
    const code = names.reduce((text, name) => text.replaceAll(name, ""), scripts.map((file) => readSiteFile(file)).join("\n"));
    const others = LOCALES.filter((other) => other !== locale);
    expect(saidIn(locale).some((text) => code.includes(text))).toBe(true);
    expect(others.flatMap(saidIn).filter((text) => code.includes(text))).toEqual([]);
    if (locale !== "zh") expect(code.match(/\p{Script=Han}+/gu)).toBe(null);
  },
);
