import type { Language } from "./language.ts";

/** A language as the pages of a snapshot speak it: the period that they show by default is the frozen one, which need not be the last. */
export function asFrozen(language: Language, frozen: object | undefined): Language {
  if (!frozen) return language;
  const { words } = language;
  const presets = { ...words.bar.presets, "last-quarter": words.frozen.period };
  return { ...language, words: { ...words, bar: { ...words.bar, presets } } };
}
