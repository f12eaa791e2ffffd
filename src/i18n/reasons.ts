import type { Reason } from "../core/reason.ts";
import type { Locale } from "../core/text.ts";
import { reasons as en } from "./en/reasons.ts";
import { spaced, throughout } from "./spacing.ts";
import { type ReasonWords, reasons as zh } from "./zh/reasons.ts";

/** What is said of every reason, by language. No page that a reader's selection changes needs them, so they are not among its words. */
export const REASON_WORDS: Record<Locale, ReasonWords> = { zh: throughout(zh, spaced), en };

/** What was expected, as the end of "expected …"; by default in English, where columns go by their ids. */
export function expectedOf(reason: Reason, locale: Locale = "en", nameOf: (column: string) => string = (column) => column): string {
  const expected = REASON_WORDS[locale][reason.code].expected as (reason: Reason, name: typeof nameOf) => string;
  return expected(reason, nameOf);
}
