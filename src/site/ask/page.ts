import { NO_MEMBER } from "../../analysis/breakdown.ts";
import type { Bounded } from "../../core/bound.ts";
import type { FiscalStart, Month, Period } from "../../core/periods.ts";
import { type Minimums, minimumsOf } from "../../core/pooling.ts";
import { DEFAULT_SELECTION, type Filters, type Selection, withinFilters } from "../../core/selection.ts";
import { SURVEY_SCALE } from "../../core/survey-scale.ts";
import { type Text, textIn } from "../../core/text.ts";
import type { Unit } from "../../core/units.ts";
import type { Metric } from "../../cube/metric.ts";
import type { Frozen } from "../../data/frozen.ts";
import type { DimensionInfo } from "../../data/manifest.ts";
import { asFrozen } from "../../i18n/as-frozen.ts";
import { type FormatOptions, formatChange, formatDay, formatPeriod, formatValue } from "../../i18n/format.ts";
import type { Forms } from "../../i18n/forms.ts";
import { inCurrency } from "../../i18n/in-currency.ts";
import type { Language, Words } from "../../i18n/language.ts";
import { onScale } from "../../i18n/on-scale.ts";
import { pageAddress } from "../address.ts";
import { dimensionOf, metricOf, type Site, topicOf } from "../site.ts";
import { type Asked, askedBy } from "./asked.ts";
import { type MetricView, metricView } from "./metric-view.ts";

/** A value as pages show it. */
export interface Shown extends Bounded {
  isHidden: boolean;
  /** Default false. */
  isProvisional?: boolean;
}

/** What every page knows, and says in its language. */
export interface Page extends Asked {
  site: Site;
  language: Language;
  words: Words;
  forms: Forms;
  /** In which its charts are drawn: the browser's, or one of linkedom at build. */
  document: Document;
  selection: Selection;
  /** What the page is about whatever the reader selects, such as a department; none on most pages. */
  within: Filters;
  /** The page about a part of what it is about; the same for the same part. */
  narrowed(filters: Filters): Page;
  /** The period that the page is about, by default the last complete quarter. */
  period: Period;
  fiscalStart: FiscalStart;
  /** ISO day up to which the data reach. */
  asOf: string;
  /** ISO days from and up to which at least one export reaches, and months in which something happened: what relative periods are counted from. */
  from: string;
  until: string;
  months: readonly Month[];
  /** The snapshot that the page belongs to; none on the live site. */
  frozen: Pick<Frozen, "period"> | undefined;
  /** Groups with fewer people, ratings … are hidden. */
  minimums: Minimums;
  /** A metric by its id, as the page's selection asks for it; computed once. */
  view(metric: string): MetricView;
  /** Views of every metric, in the order in which metrics are read. */
  views(): MetricView[];
  /** A text in the page's language. */
  say(text: Text): string;
  /** A heading and what it is about: "Time to approval: by region". */
  titled(subject: string, detail: string): string;
  /** A name with a note behind it. */
  noted(name: string, note: string): string;
  /** Clauses of one sentence. */
  clauses(...parts: string[]): string;
  /** Whole sentences one after the other. */
  paragraph(...sentences: string[]): string;
  /** Sentences or clauses one after the other. */
  joined(...parts: string[]): string;
  /** Names in a row. */
  listed(names: readonly string[]): string;
  /** Address of a page in the page's language; "" is the overview. */
  href(path: string): string;
  value(value: number | null, unit: Unit, options?: FormatOptions): string;
  change(delta: number | null, unit: Unit, options?: FormatOptions): string;
  /** A value, with a mark where it is provisional, or the word for a hidden one. */
  shown(of: Shown | null | undefined, unit: Unit): string;
  /** n, or the word for hidden. */
  cases(of: { n: number; isHidden: boolean } | null | undefined): string;
  /** A number of things. */
  count(value: number): string;
  periodName(period: Period): string;
  dayName(iso: string): string;
  dimension(id: string): DimensionInfo;
  /** Colour that what is shown of a metric takes: that of its topic. */
  accentOf(metric: Metric): string;
  /** Name of a member of a dimension. */
  member(dimension: string, id: string): string;
}

/** What makes a page differ from others of its site. */
export interface PageOptions {
  language: Language;
  document: Document;
  /** Default the last complete quarter of the whole company. */
  selection?: Selection;
  /** Default none. */
  within?: Filters;
}

type Views = Pick<Page, "view" | "views">;

/** Views of metrics by what the whole company and then a part of it was asked, so that pages in several languages share them. */
const known = new WeakMap<Site, Map<string, Map<string, Views>>>();

/** The last few selections of a reader are worth their memory, each with as many parts of the company as its pages ask for: a verdict asks for all of them. */
const MOST_KNOWN = 6;

/** What is known of a selection, by what was asked of the whole company; it is the last one then. */
function viewsUnder(site: Site, ofWhole: Asked): Map<string, Views> {
  const key = JSON.stringify(ofWhole);
  const ofSite = known.get(site) ?? new Map<string, Map<string, Views>>();
  const found = ofSite.get(key) ?? new Map<string, Views>();
  const others = [...ofSite].filter(([other]) => other !== key);
  known.set(site, new Map([...others, [key, found] as const].slice(-MOST_KNOWN)));
  return found;
}

function viewsOf(site: Site, ofWhole: Asked, asked: Asked): Views {
  const ofSelection = viewsUnder(site, ofWhole);
  const key = JSON.stringify(asked);
  const found = ofSelection.get(key) ?? makeViews(site, asked);
  ofSelection.set(key, found);
  return found;
}

function makeViews(site: Site, asked: Asked): Views {
  const views = new Map<string, MetricView>();
  const view = (metric: Metric) => {
    const found = views.get(metric.id) ?? metricView(site, metric, asked);
    views.set(metric.id, found);
    return found;
  };
  return { view: (id) => view(metricOf(site, id)), views: () => site.metrics.map(view) };
}

/** How a language joins what it says. */
function phrases({ locale, forms }: Language): Pick<Page, "say" | "titled" | "noted" | "clauses" | "paragraph" | "joined" | "listed"> {
  const { titled, noted, between } = forms;
  return {
    say: (text) => textIn(text, locale),
    titled,
    noted,
    clauses: (...parts) => parts.filter(Boolean).join(between.clauses),
    paragraph: (...sentences) => sentences.filter(Boolean).join(between.sentences),
    joined: (...parts) => parts.filter(Boolean).join(between.parts),
    listed: (names) => names.join(between.names),
  };
}

/** How a language writes numbers, periods and days. */
function numbers(
  { words, forms }: Language,
  fiscalStart: FiscalStart,
): Pick<Page, "value" | "change" | "shown" | "cases" | "count" | "periodName" | "dayName"> {
  return {
    value: (value, unit, options) => formatValue(value, unit, forms, options),
    change: (delta, unit, options) => formatChange(delta, unit, forms, options),
    shown(of, unit) {
      if (of?.isHidden) return words.hidden;
      const value = formatValue(of?.value ?? null, unit, forms, { bound: of?.bound });
      return of?.isProvisional && of.value !== null ? words.provisional(value) : value;
    },
    cases: (of) => (of?.isHidden ? words.hidden : formatValue(of?.n ?? null, "count", forms, { isBare: true })),
    count: (value) => formatValue(value, "count", forms, { isBare: true }),
    periodName: (period) => formatPeriod(period, forms, fiscalStart),
    dayName: (iso) => formatDay(iso, forms),
  };
}

/** Name of a member; of a dimension that no cube has, as where an export is missing, the one that reference tables give. */
const labelOf = ({ cubes, reference }: Site, dimension: string, id: string): Text | undefined =>
  cubes.manifest.dimensions.find((info) => info.id === dimension)?.members.find((member) => member.id === id)?.label ??
  reference.names[`${dimension}.${id}`];

/** The context of a page: its site, language and selection. */
export function pageOf(site: Site, { language: spoken, document, selection = DEFAULT_SELECTION, within = {} }: PageOptions): Page {
  const { currency = "CNY", survey_scale: scale = SURVEY_SCALE } = site.config;
  const { asOf, from, until, months, frozen } = site.cubes.manifest;
  const language = asFrozen(onScale(inCurrency(spoken, currency), scale), frozen);
  const { locale, words, forms } = language;
  const fiscalStart = site.config.fiscal_year_starts;
  const asked = askedBy(site, withinFilters(selection, within));
  const parts = new Map<string, Page>();
  const narrowed = (filters: Filters) => {
    const key = JSON.stringify(filters);
    const part = parts.get(key) ?? pageOf(site, { language, document, selection, within: { ...within, ...filters } });
    parts.set(key, part);
    return part;
  };
  return {
    ...{ site, language, words, forms, document, selection, within, fiscalStart },
    ...asked,
    narrowed,
    period: asked.slice.period,
    asOf,
    from,
    until,
    months,
    frozen,
    minimums: minimumsOf(site.config),
    ...viewsOf(site, askedBy(site, selection), asked),
    ...phrases(language),
    ...numbers(language, fiscalStart),
    href: (path) => pageAddress(locale, path),
    dimension: (id) => dimensionOf(site, id),
    accentOf: ({ topic }) => topicOf(site, topic).accent,
    member(dimension, id) {
      if (id === NO_MEMBER) return words.noMember;
      const label = labelOf(site, dimension, id);
      return label ? textIn(label, locale) : id;
    },
  };
}
