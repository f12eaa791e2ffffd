import type { Language } from "./language.ts";

/** A language that calls and writes amounts as of a currency, by its ISO code. */
export function inCurrency(language: Language, code: string): Language {
  if (code === "CNY") return language;
  const { unit, money } = language.forms.inCurrency(code);
  return { ...language, forms: { ...language.forms, money, units: { ...language.forms.units, cny: unit } } };
}
