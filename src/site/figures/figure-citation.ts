import { filterWords } from "../say/slice-names.ts";
import { casesLine, type FigureData } from "./figure.ts";

/** Where what is cited is found, as whole addresses. */
export interface CitedLinks {
  /** The figure, with what is selected. */
  view: string;
  /** How its metric is defined. */
  definition: string;
  /** The snapshot that the page belongs to, with its seal, in words; "" on the live site. */
  snapshot: string;
  /** Another address, with what it is: on a frozen page the short one, on the live site that of what was frozen of the period; "" for none. */
  other: string;
}

/** What was frozen last of a period: how it is cited, and the path of its pages in a language. */
export interface FrozenPlace {
  words: string;
  root: string;
}

/** What a figure is cited with, each in words; empty where it has none. */
export interface Citation extends CitedLinks {
  /** "Time to approval: 2.9 days", or what the figure says where it shows no one value. */
  statement: string;
  period: string;
  /** What its numbers are filtered by, what its page is about among it. */
  filters: string;
  n: string;
  /** Its title, which says by what its value is broken down. */
  figure: string;
  /** ISO day up to which there are data. */
  asOf: string;
  systems: string;
  company: string;
  site: string;
}

/** What to cite a figure with: the value of its metric over all that it shows or, of a figure of several metrics, its sentence. */
export function citation({ page, metric, metrics, ...figure }: FigureData, links: CitedLinks): Citation {
  const { slice, standing } = page.view(metric.id);
  const point = standing?.point;
  const ofValue = {
    statement: page.titled(page.say(metric.label), page.shown(point, metric.unit)),
    n: point && !point.isHidden ? casesLine(page, metric, point.n) : "",
  };
  const ofSentence = { statement: (figure.sentence ?? figure.title).replace(/[。.]$/, ""), n: figure.n ?? "" };
  return {
    ...(metrics.length === 1 ? ofValue : ofSentence),
    ...{ period: page.periodName(slice.period), filters: filterWords(page, slice) },
    ...{ figure: figure.title, asOf: page.asOf, systems: figure.systems },
    ...{ company: page.say(page.site.config.company), site: page.say(page.site.config.title) },
    ...links,
  };
}

/** A citation as a sentence to paste. */
export function citationText({ page }: Pick<FigureData, "page">, cited: Citation): string {
  const { statement, period, filters, n, figure, asOf, systems, company, site, view, definition, snapshot, other } = cited;
  const { menu } = page.words;
  const about = page.joined(period, filters, n);
  return menu.cited({
    statement,
    about,
    figure,
    day: page.dayName(asOf),
    systems,
    site: page.clauses(menu.ofSite(company, site), snapshot),
    ...{ view, other, definition },
  });
}
