/** The languages of the site; the first is the default. */
export const LOCALES = ["zh", "en"] as const;

export type Locale = (typeof LOCALES)[number];

/** A text in every language of the site. */
export type Text = Readonly<Record<Locale, string>>;
