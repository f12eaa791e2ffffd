import { expect, test } from "vitest";
import { formatValue } from "../../src/i18n/format.ts";
import { inCurrency } from "../../src/i18n/in-currency.ts";
import { languageOf } from "../../src/i18n/languages.ts";

const said = (locale: "zh" | "en", code: string) => formatValue(-12_340_000, "cny", inCurrency(languageOf(locale), code).forms);

test.each([
  ["CNY", "−1,234 万元", "−¥12.3M"],
  ["EUR", "−1,234 万欧元", "−€12.3M"],
  ["USD", "−1,234 万美元", "−$12.3M"],
  ["CHF", "−1,234 万瑞士法郎", "−CHF 12.3M"],
])("an amount in %s is said as %s and %s", (code, zh, en) => {
  expect([said("zh", code), said("en", code)].map((text) => text.replaceAll("\u00a0", " "))).toEqual([zh, en]);
});

test("an axis says the currency once", () => {
  expect(inCurrency(languageOf("en"), "EUR").forms.units.cny.label).toBe("EUR");
  expect(inCurrency(languageOf("zh"), "EUR").forms.units.cny.label).toBe("欧元");
});
