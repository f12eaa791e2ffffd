import { unknownName } from "../core/errors.ts";
import { LOCALES, type Locale } from "../core/text.ts";
import { reasons as english } from "./en/reasons.ts";
import type { Language } from "./language.ts";
import type { ReasonWords } from "./zh/reasons.ts";

const LANGUAGES = import.meta.glob<Language>("./*/language.ts", { eager: true, import: "default" });
const REASONS = import.meta.glob<ReasonWords>("./*/reasons.ts", { eager: true, import: "reasons" });

/** A language of the site, for the build, which has all of them at hand. Throws when it has no folder. */
export function languageOf(locale: Locale): Language {
  const found = LANGUAGES[`./${locale}/language.ts`];
  if (!found) throw unknownName("language", locale, LOCALES, "the site has");
  return found;
}

/**
 * What is said of every reason; in English in a language without `reasons.ts`. No page that a reader's selection changes needs it, so it is not
 * among the words of the language.
 */
export const reasonWordsOf = (locale: Locale): ReasonWords => REASONS[`./${locale}/reasons.ts`] ?? english;
