import { type Review, review, SLIDES, type Slide, type SlideName } from "../../data/review.ts";
import { shortCodeOf } from "../../data/short-code.ts";
import { pathOf } from "../../site/address.ts";
import type { Draft, ReviewContext, SlideMaker } from "./context.ts";
import { headline } from "./headline.ts";
import allMetrics from "./slides/all-metrics.ts";
import dataQuality from "./slides/data-quality.ts";
import decisions from "./slides/decisions.ts";
import goals from "./slides/goals.ts";
import lastDecisions from "./slides/last-decisions.ts";
import leads from "./slides/leads.ts";
import lostDeals from "./slides/lost-deals.ts";
import matrix from "./slides/matrix.ts";
import method from "./slides/method.ts";
import restated from "./slides/restated.ts";
import signals from "./slides/signals.ts";
import talkFirst from "./slides/talk-first.ts";
import verdict from "./slides/verdict.ts";

const MAKERS: Readonly<Record<SlideName, SlideMaker>> = {
  ...{ verdict, signals, matrix, leads, goals, restated, decisions, method },
  ...{ "last-decisions": lastDecisions, "talk-first": talkFirst, "lost-deals": lostDeals, "all-metrics": allMetrics },
  "data-quality": dataQuality,
};

/** The short address of a figure of the snapshot; from the root of the site where readers’ address of it is not known. */
const shortAddress = ({ config: { url = "", base }, frozen }: ReviewContext, figure: string): string =>
  `${url.replace(/\/$/, "")}${base}c/${shortCodeOf(frozen.number, figure)}/`;

/** What the numbers of a slide are: period, as-of day, n, source, version and seal, and the short address. */
function factsOf(context: ReviewContext, { n = "", systems = "", figure }: Draft): string[] {
  const { page, frozen } = context;
  const { words } = page;
  const about = systems ? words.source(systems, page.dayName(page.asOf)) : words.asOf(page.dayName(page.asOf));
  const version = page.joined(words.review.version(page.count(frozen.version)), words.frozen.seal(frozen.seal));
  const short = figure === undefined ? "" : shortAddress(context, figure);
  return [page.periodName(page.period), n, about, frozen.isProvisional ? words.frozen.provisional : "", version, short].filter(Boolean);
}

function slideOf(context: ReviewContext, name: SlideName, draft: Draft): Slide {
  const { id, says, blocks, href, notes = [] } = draft;
  return { name, id, ...headline(says), blocks: [...blocks], facts: factsOf(context, draft), path: pathOf(href), notes: [...notes] };
}

/** Address of a snapshot's root; null where readers’ address of the site is not known. */
const rootOf = ({ config: { url, base }, frozen: { name } }: ReviewContext): string | null =>
  url === undefined ? null : `${url.replace(/\/$/, "")}${encodeURI(base)}snapshots/${name}/`;

/** The review of a frozen period: every slide for which there are data. */
export function reviewOf(context: ReviewContext): Review {
  const { page } = context;
  return review.parse({
    tag: page.language.tag,
    title: page.words.review.title(page.periodName(page.period)),
    company: page.say(page.site.config.company),
    day: context.frozen.day,
    seeFigure: page.words.review.seeFigure,
    rest: page.words.review.rest("{n}"),
    root: rootOf(context),
    slides: SLIDES.flatMap((name) => MAKERS[name](context).map((draft) => slideOf(context, name, draft))),
  } satisfies Review);
}
