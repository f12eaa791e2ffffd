import { expect, test } from "vitest";
import { languageOf } from "../../src/i18n/languages.ts";
import { onScale } from "../../src/i18n/on-scale.ts";

test.each([
  [{ least: 1, most: 4, favourable: 3 }, "分（1–4）", "score (1–4)"],
  [{ least: 0, most: 10, favourable: 9 }, "分（0–10）", "score (0–10)"],
])("scores on %j are %s and %s, and their charts end where it does", (scale, zh, en) => {
  const units = (["zh", "en"] as const).map((locale) => onScale(languageOf(locale), scale).forms.units);
  expect(units.map(({ score }) => score.label)).toEqual([zh, en]);
  expect(units.map(({ score }) => score.ends)).toEqual(Array(2).fill([scale.least, scale.most]));
});

test("ratings of work stay on a scale of their own", () => {
  expect(onScale(languageOf("en"), { least: 0, most: 10, favourable: 9 }).forms.units.rating.label).toBe("score (1–5)");
});
