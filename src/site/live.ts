import { sparkline } from "../charts/sparkline.ts";
import { TOPICS, type Topic } from "../cube/metric.ts";
import { casesLine } from "./figures/figure.ts";
import { seriesTable, trendPoints } from "./figures/trend-figure.ts";
import { limitsOf } from "./figures/trend-marks.ts";
import type { LivePart } from "./live-part.ts";
import { MATRIX_PARTS } from "./matrix-parts.ts";
import { allMetricsTable, changedMost, signalSummary, tallyOf, verdictOf } from "./overview.ts";
import type { Page } from "./page.ts";
import { lackingWords, metricSentence, standingWords, targetStanding } from "./sentences.ts";
import { againstName, nowName } from "./slice-names.ts";
import { lineOf } from "./verdict-words.ts";
import { judged } from "./verdicts.ts";
import { waitingSentence } from "./waiting.ts";
import { readWithin } from "./within.ts";

type Teller = (page: Page, about: string) => LivePart;

const text = (words: string, tone?: string): LivePart => ({ text: words, tone });

/** A sparkline shows this many points. */
const POINTS = 24;

function drawSparkline(page: Page, id: string): LivePart {
  const view = page.view(id);
  const { metric, behaviour, target } = view;
  const last = behaviour.points.at(-1);
  const drawing = sparkline(trendPoints(page, view).slice(-POINTS), {
    id: `${id}-spark`,
    title: page.titled(page.say(metric.label), page.words.trendTitle),
    description: "",
    locale: page.locale,
    document: page.document,
    accent: metric.topic,
    limits: limitsOf(view).at(-1),
    target: last ? (target(last.period) ?? undefined) : undefined,
  });
  return { drawing };
}

/** "+0.9 days"; empty without a change. Whether it means anything is the verdict's to say. */
function changeWords(page: Page, id: string): LivePart {
  const { metric, standing } = page.view(id);
  return text(standing?.change ? page.change(standing.change.absolute, metric.unit, { bound: standing.change.bound }) : "");
}

/** "▼ below its usual 82.1%", "○ usual"; empty where there is nothing to judge. */
function signalWords(page: Page, id: string): LivePart {
  const view = page.view(id);
  if (!view.trial) return text("");
  const verdict = judged(page, view);
  return text(lineOf(page, view, verdict), verdict.direction ?? undefined);
}

function targetWords(page: Page, id: string): LivePart {
  const { words, isMissed } = targetStanding(page, page.view(id));
  return text(words, isMissed ? "missed" : undefined);
}

function casesWords(page: Page, id: string): LivePart {
  const { metric, standing } = page.view(id);
  return text(standing && !standing.point.isHidden ? casesLine(page, metric, standing.point.n) : "");
}

const isTopic = (name: string): name is Topic => TOPICS.some((topic) => topic === name);

/** Whether the data reach what is compared with. */
const isReached = ({ site, against }: Page) =>
  site.cubes.manifest.facts.some(({ first, rows }) => rows > 0 && first <= against.period.start);

/** What is compared, and how many metrics of the topic, or of all leads, stand out. */
function headingWords(page: Page, about: string): LivePart {
  const found = isTopic(about) ? tallyOf(page, about) : signalSummary(page);
  return text(page.joined(isReached(page) ? page.words.comparing(nowName(page), againstName(page)) : nowName(page), found));
}

function byGrain(page: Page, id: string, grain: "quarter" | "year"): LivePart {
  const view = page.view(id);
  const title = { quarter: page.words.metricPage.byQuarter, year: page.words.metricPage.byYear }[grain];
  const caption = page.titled(page.say(view.metric.label), title);
  return { table: seriesTable(page, view, { caption, points: view.series(grain) }) };
}

const TELLERS = {
  heading: headingWords,
  verdict: (page, about) => text(isTopic(about) ? verdictOf(page, about) : ""),
  tally: (page, about) => text(isTopic(about) ? tallyOf(page, about) : ""),
  answer: (page, about) => {
    const view = page.view(about);
    return text(view.isAvailable ? metricSentence(page, view) : waitingSentence(page, view.metric));
  },
  standing: (page, about) => text(standingWords(page, page.view(about))),
  changed: (page, place) => {
    const view = changedMost(page)[Number(place)];
    return text(view ? metricSentence(page, view) : "", view && `accent-${view.metric.topic}`);
  },
  value: (page, about) => text(page.shown(page.view(about).standing?.point, page.view(about).metric.unit)),
  change: changeWords,
  signal: signalWords,
  target: targetWords,
  cases: casesWords,
  n: (page, about) => text(page.cases(page.view(about).standing?.point)),
  lacking: (page, about) => text(lackingWords(page, page.view(about))),
  sparkline: drawSparkline,
  all: (page) => ({ table: allMetricsTable(page) }),
  quarters: (page, about) => byGrain(page, about, "quarter"),
  years: (page, about) => byGrain(page, about, "year"),
  ...MATRIX_PARTS,
} satisfies Record<string, Teller>;

/** A live part by its spec: its kind and what it is about, apart by a space: `answer open-backlog`, `verdict cost`. Throws when there is no such kind. */
export function livePart(page: Page, spec: string): LivePart {
  const told = readWithin(page, spec);
  const [kind = "", about = ""] = told.spec.split(" ");
  if (!Object.hasOwn(TELLERS, kind)) throw new Error(`unknown live part: ${kind}; there are ${Object.keys(TELLERS).join(", ")}`);
  return TELLERS[kind as keyof typeof TELLERS](told.page, about);
}
