import { type FiscalStart, lastComplete, type Period, periodBefore } from "../core/periods.ts";
import { LOCALES, type Locale, type Text } from "../core/text.ts";
import type { Unit } from "../core/units.ts";
import type { DimensionInfo } from "../cube/manifest.ts";
import { type FormatOptions, formatChange, formatDay, formatPeriod, formatValue } from "../i18n/format.ts";
import { type Words, wordsOf } from "../i18n/words.ts";
import { store } from "./store.ts";

/** What every page knows, and says in its language. */
export interface Page {
  locale: Locale;
  words: Words;
  /** The period that pages are about: the last complete quarter. */
  period: Period;
  fiscalStart: FiscalStart;
  /** ISO day up to which the data tell. */
  asOf: string;
  /** Survey groups with fewer people are hidden. */
  minimumGroup: number;
  /** A text in the page's language. */
  say(text: Text): string;
  /** A heading and what it is about: "Time to approval: by region". */
  titled(subject: string, detail: string): string;
  /** A name with a note behind it. */
  noted(name: string, note: string): string;
  /** Clauses of one sentence. */
  clauses(...parts: string[]): string;
  /** Sentences or clauses one after the other. */
  joined(...parts: string[]): string;
  /** Names in a row. */
  listed(names: readonly string[]): string;
  /** Address of a page in the page's language; "" is the overview. */
  href(path: string): string;
  value(value: number | null, unit: Unit, options?: FormatOptions): string;
  change(delta: number | null, unit: Unit, options?: FormatOptions): string;
  /** A value, or the word for a hidden one. */
  shown(of: { value: number | null; isHidden: boolean } | null | undefined, unit: Unit): string;
  /** n, or the word for hidden. */
  cases(of: { n: number; isHidden: boolean } | null | undefined): string;
  /** A number of things. */
  count(value: number): string;
  periodName(period: Period): string;
  dayName(iso: string): string;
  dimension(id: string): DimensionInfo;
  /** Name of a member of a dimension. */
  member(dimension: string, id: string): string;
}

const BASE = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** Address of a file or page under the site's base. */
export const address = (path: string): string => `${BASE}${path}`;

/** Address of a page in a language. */
export const pageAddress = (locale: Locale, path: string): string => address(`${locale === LOCALES[0] ? "" : `${locale}/`}${path}`);

const dimensions = new Map(store.cubes.manifest.dimensions.map((dimension) => [dimension.id, dimension]));

function dimensionOf(id: string): DimensionInfo {
  const found = dimensions.get(id);
  if (!found) throw new Error(`unknown dimension: ${id}; the cubes have ${[...dimensions.keys()].join(", ")}`);
  return found;
}

/** The context of pages in a language. */
export function pageIn(locale: Locale): Page {
  const fiscalStart = store.site.fiscal_year_starts;
  const { asOf } = store.cubes.manifest;
  return {
    locale,
    words: wordsOf(locale),
    period: lastComplete(asOf, "quarter", fiscalStart),
    fiscalStart,
    asOf,
    minimumGroup: store.site.minimum_group,
    say: (text) => text[locale],
    titled: (subject, detail) => `${subject}${locale === "zh" ? "：" : ": "}${detail}`,
    noted: (name, note) => (locale === "zh" ? `${name}（${note}）` : `${name} (${note})`),
    clauses: (...parts) => parts.join(locale === "zh" ? "，" : ", "),
    joined: (...parts) => parts.join(locale === "zh" ? "；" : "; "),
    listed: (names) => names.join(locale === "zh" ? "、" : ", "),
    href: (path) => pageAddress(locale, path),
    value: (value, unit, options) => formatValue(value, unit, locale, options),
    change: (delta, unit, options) => formatChange(delta, unit, locale, options),
    shown: (of, unit) => (of?.isHidden ? wordsOf(locale).hidden : formatValue(of?.value ?? null, unit, locale)),
    cases: (of) => (of?.isHidden ? wordsOf(locale).hidden : formatValue(of?.n ?? null, "count", locale, { isBare: true })),
    count: (value) => formatValue(value, "count", locale, { isBare: true }),
    periodName: (period) => formatPeriod(period, locale, fiscalStart),
    dayName: (iso) => formatDay(iso, locale),
    dimension: dimensionOf,
    member: (dimension, id) => dimensionOf(dimension).members.find((member) => member.id === id)?.label[locale] ?? id,
  };
}

/** The period before the one that pages are about. */
export const previousOf = ({ period }: Page): Period => periodBefore(period);

/** Paths of every language for `[...locale]`: none for the first, the name of the others. */
export const localePaths = (): { params: { locale: string | undefined }; props: { locale: Locale } }[] =>
  LOCALES.map((locale) => ({ params: { locale: locale === LOCALES[0] ? undefined : locale }, props: { locale } }));
