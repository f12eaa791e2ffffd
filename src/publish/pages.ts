import { parseHTML } from "linkedom";
import { once, onceEach } from "../core/once.ts";
import type { Filters } from "../core/selection.ts";
import { LOCALES, type Locale } from "../core/text.ts";
import type { Metric } from "../cube/metric.ts";
import { BUILT_DATA } from "../data/documents.ts";
import type { Review } from "../data/review.ts";
import { languageOf } from "../i18n/languages.ts";
import { type Page, pageOf } from "../site/ask/page.ts";
import { type Door, doorsOf, type Link } from "../site/navigation.ts";
import { metricsDocumentOf } from "./api.ts";
import { descriptionOf } from "./description.ts";
import { ledgerTable } from "./restatements/ledger-table.ts";
import { newestVersions, type RestatedFigure, restatedFigures } from "./restatements/restated-figures.ts";
import { reviewOf } from "./review/review.ts";
import { searchFileOf } from "./search-file.ts";
import { siteFileOf } from "./site-file.ts";
import { readStore } from "./store.ts";

/** What the data build left, read when a page first asks; the development server forgets it, as all here, when data change. */
export const openStore = once(() => readStore(BUILT_DATA));

/** The document that charts are drawn in at build. */
const openDocument = once(() => parseHTML("<!doctype html><html><body></body></html>").document);

/** The context of pages in a language, as they are before a reader selects anything; `within` is what they are about whatever the reader selects. */
export const pageIn = (locale: Locale, within: Filters = {}): Page =>
  pageOf(openStore().site, { language: languageOf(locale), document: openDocument(), within });

/** Pages that only some sites have: what more data would show, and what is frozen. */
function furtherPages({ words }: Page): Link[] {
  const { waiting, snapshots } = openStore();
  return [
    ...(waiting.length > 0 ? [{ path: "more/", text: words.more.title }] : []),
    ...(snapshots.length > 0 ? [{ path: "snapshots/", text: words.snapshots.title }] : []),
  ];
}

const doorsOfPage = (page: Page): Door[] => doorsOf(page, furtherPages(page));

const openDoors = once(() => new Map(LOCALES.map((locale) => [locale, doorsOfPage(pageIn(locale))])));

/** The navigation in a language. */
export const doorsIn = (locale: Locale): readonly Door[] => openDoors().get(locale) ?? [];

/** The file that browsers load of the site. */
export const openSiteFile = once(() => siteFileOf(openStore().site));

/** The file of what search finds, loaded when it is first opened. */
export const openSearchFile = once(() =>
  searchFileOf(
    LOCALES.map((locale) => pageIn(locale)),
    furtherPages,
  ),
);

const describe = (metric: Metric) => descriptionOf(metric, openStore().site.config);

/** Every metric with its values, for programs. */
export const openMetricsDocument = once(() => metricsDocumentOf(pageIn("en"), describe, openStore().waiting));

/** The review of the snapshot that the pages belong to, in every language, with all its slides; none on the live site. */
export const openReviews = once((): ReadonlyMap<Locale, Review> => {
  const { frozen, config, reports, earlier, restatements } = openStore();
  if (!frozen) return new Map();
  const restatedBefore = (page: Page) => ledgerTable(page, restatedFigures(page, restatements, newestVersions(earlier)), restatements);
  const pages = LOCALES.map((locale) => pageIn(locale));
  return new Map(
    pages.map((page) => [page.language.locale, reviewOf({ page, frozen, describe, config, reports, restated: restatedBefore(page) })]),
  );
});

const openRestated = onceEach((locale) => restatedFigures(pageIn(locale as Locale), openStore().restatements, openStore().snapshots));

/** Published figures that are not what they were, those first whose verdict has changed. */
export const restatedIn = ({ language }: Page): readonly RestatedFigure[] => openRestated(language.locale);

/** Paths of every language for `[...locale]`: none for the first, the name of the others. */
export const localePaths = (): { params: { locale: string | undefined }; props: { locale: Locale } }[] =>
  LOCALES.map((locale) => ({ params: { locale: locale === LOCALES[0] ? undefined : locale }, props: { locale } }));
