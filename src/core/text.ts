/** The languages of the site, each a folder of `src/i18n/`; the first is the default. */
export const LOCALES = ["zh", "en"] as const;

export type Locale = (typeof LOCALES)[number];

/** A text in Chinese and English, and in other languages of the site where it has been translated. */
export type Text = Readonly<Record<"zh" | "en", string> & { [Other in Locale]?: string | undefined }>;

/** A text in a language; in English where it has not been translated. */
export const textIn = (text: Text, locale: Locale): string => text[locale] ?? text.en;
