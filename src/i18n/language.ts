import type { Locale } from "../core/text.ts";
import type { Forms } from "./forms.ts";
import type { Words } from "./zh/words.ts";

export type { Words };

/**
 * A language of the site: the default export of `src/i18n/<locale>/language.ts`. To add one is to add such a folder and its name to `LOCALES`;
 * what it has no words for yet is said in English (`overEnglish`), as are names that have no text in it (`textIn`).
 */
export interface Language {
  /** Name of its folder, and the first part of its tag. */
  locale: Locale;
  /** For the `lang` of a page. */
  tag: string;
  /** What its readers call it. */
  name: string;
  words: Words;
  forms: Forms;
}
