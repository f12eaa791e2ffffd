import { parseHTML } from "linkedom";
import type { Filters } from "../core/selection.ts";
import { LOCALES, type Locale } from "../core/text.ts";
import { type Page, pageOf } from "../site/page.ts";
import { store } from "./store.ts";

/** The document that charts are drawn in at build. */
const { document } = parseHTML("<!doctype html><html><body></body></html>");

/** The context of pages in a language, as they are before a reader selects anything; `within` is what they are about whatever the reader selects. */
export const pageIn = (locale: Locale, within: Filters = {}): Page => pageOf(store.site, { locale, document, within });

/** Paths of every language for `[...locale]`: none for the first, the name of the others. */
export const localePaths = (): { params: { locale: string | undefined }; props: { locale: Locale } }[] =>
  LOCALES.map((locale) => ({ params: { locale: locale === LOCALES[0] ? undefined : locale }, props: { locale } }));
