import { expect, test } from "vitest";
import { CURRENCIES } from "../../scripts/stage/currencies.ts";
import { numberReader } from "../../scripts/stage/numbers.ts";

const codes = Object.keys(CURRENCIES);

test("no name of a currency is that of another, and no sign but ¥ is shared", () => {
  const words = Object.values(CURRENCIES).flatMap(({ signs, names }) => [...signs, ...names]);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual(["¥"]);
});

test.each(codes)("an amount in %s is read with each of its signs", (code) => {
  const read = numberReader({ decimal: ".", currencies: [code] });
  for (const sign of [code, ...(CURRENCIES[code]?.signs ?? [])]) expect(read(`${sign} 1,200.50`)).toBe(1200.5);
});
