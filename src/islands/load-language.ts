import { unknownName } from "../core/errors.ts";
import { LOCALES } from "../core/text.ts";
import type { Language } from "../i18n/language.ts";

const LANGUAGES = import.meta.glob<Language>("../i18n/*/language.ts", { import: "default" });

/** Loads the language of a tag such as `zh-CN`; no page needs the others. Throws when the site has none for it, or it cannot be loaded. */
export async function loadLanguage(tag: string): Promise<Language> {
  const { language } = new Intl.Locale(tag);
  const load = LANGUAGES[`../i18n/${language}/language.ts`];
  if (!load) throw unknownName("language", tag, LOCALES, "the site has");
  return load();
}
