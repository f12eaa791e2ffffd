import fc from "fast-check";
import { expect, test } from "vitest";
import { GrowingTexts } from "../../scripts/read/growing.ts";

test("GrowingTexts gives every text back by its place, and nothing beyond them", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 50 }), (given) => {
      const texts = new GrowingTexts();
      given.forEach((text) => {
        texts.push(text);
      });
      expect(Array.from({ length: texts.length }, (_, place) => texts.at(place))).toEqual(given);
      expect([texts.at(-1), texts.at(given.length), texts.at(0.5)]).toEqual([undefined, undefined, undefined]);
    }),
    { numRuns: 100, seed: 1 },
  );
});

test("GrowingTexts holds more than it began with", () => {
  const texts = new GrowingTexts();
  for (let n = 0; n < 20_000; n += 1) texts.push(`第 ${n} 行`);
  expect([texts.length, texts.at(0), texts.at(19_999)]).toEqual([20_000, "第 0 行", "第 19999 行"]);
});
