import type { Locale } from "../core/text.ts";
import { en } from "./en.ts";
import { spaced, throughout } from "./spacing.ts";
import { type Words, zh } from "./zh.ts";

const WORDS: Record<Locale, Words> = { zh: throughout(zh, spaced), en };

export type { Words };

/** The words of a language. */
export const wordsOf = (locale: Locale): Words => WORDS[locale];
