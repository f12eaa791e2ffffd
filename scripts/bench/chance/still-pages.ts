import { parseHTML } from "linkedom";
import type { SeriesPoint } from "../../../src/analysis/series.ts";
import { type Judged, judgeable } from "../../../src/analysis/trial.ts";
import { type Period, parsePeriod } from "../../../src/core/periods.ts";
import { DEFAULT_SELECTION } from "../../../src/core/selection.ts";
import type { Metric } from "../../../src/cube/metric.ts";
import language from "../../../src/i18n/en/language.ts";
import type { MetricView } from "../../../src/site/ask/metric-view.ts";
import { type Page, pageOf } from "../../../src/site/ask/page.ts";
import { type Promised, pageOfPromise, promisesOf, supportingDepartments } from "../../../src/site/ask/promises.ts";
import { judged } from "../../../src/site/ask/verdicts.ts";
import { firstConcern } from "../../../src/site/matrix/talk-first.ts";
import { leadsSummedUp } from "../../../src/site/say/overview.ts";
import type { Site } from "../../../src/site/site.ts";
import { isOutsideLimits, isSignal } from "./false-signals.ts";

/** A metric of a page, of a part of it or of a member, among those that it is read with. */
interface Read {
  name: string;
  metric: Metric;
  verdict: Judged;
  /** What it is judged by. */
  finest: readonly SeriesPoint[];
}

/** What of a page is read together. */
interface Family {
  readFrom(page: Page): Read[];
  /** Whether the page says more of it than that it is as usual. */
  isSaid(read: Read, page: Page): boolean;
  /** Whether the three rules would: a point of the last quarter is outside the limits, on this side or on either. */
  side?: "below";
}

const readOf = (name: string, page: Page, view: MetricView): Read => ({
  ...{ name, metric: view.metric, finest: view.finest },
  verdict: judged(page, view),
});

const attainment = (name: string, page: Page): Read => readOf(name, page, page.view("sla-attainment"));

const nameOf = ({ department, requestType, promise }: Promised) => `${department} ${requestType} ${promise}`;

const promisesFrom = (page: Page): Read[] =>
  promisesOf(page.site)
    .filter(({ department }) => supportingDepartments(page).includes(department))
    .map((promised) => attainment(nameOf(promised), pageOfPromise(page, promised)));

const departmentsFrom = (page: Page): Read[] =>
  supportingDepartments(page).map((department) => attainment(department, page.narrowed({ department: [department] })));

const leadsFrom = (page: Page): Read[] => leadsSummedUp(page).map((view) => readOf(view.metric.id, page, view));

/** A metric by the members of a dimension. */
const membersFrom =
  (id: string, dimension: string) =>
  (page: Page): Read[] => {
    const { metric, breakdown } = page.view(id);
    const { series, verdicts } = breakdown(dimension);
    return [...verdicts()].map(([name, verdict]) => ({ name, metric, verdict, finest: series().get(name) ?? [] }));
  };

const hasVerdict = ({ verdict }: Read) => isSignal(verdict);

const isFirst = ({ name }: Read, page: Page) => {
  const promised = firstConcern(page)?.worst.promised;
  return promised != null && nameOf(promised) === name;
};

export const FAMILIES = {
  "department to talk to first": { readFrom: promisesFrom, isSaid: isFirst, side: "below" },
  "lead metrics of the overview": { readFrom: leadsFrom, isSaid: hasVerdict },
  "departments in the matrix": { readFrom: departmentsFrom, isSaid: hasVerdict },
  "promises in the matrix": { readFrom: promisesFrom, isSaid: hasVerdict },
  "time to approval by region": { readFrom: membersFrom("time-to-approval", "region"), isSaid: hasVerdict },
  "return rate by product line": { readFrom: membersFrom("return-rate", "product_line"), isSaid: hasVerdict },
} satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILIES;

/** By the three rules on the series that the page judges. */
function isOutside({ metric, finest }: Read, period: Period, side?: "below"): boolean {
  const given = judgeable(metric, finest, period);
  return given !== null && isOutsideLimits(given.series, side);
}

/** What a page says of one family, though nothing happened. */
export interface Said {
  /** Of what. */
  signals: string[];
  /** Whether the three rules say anything. */
  isOutside: boolean;
}

function saidBy(page: Page, { readFrom, isSaid, side }: Family): Said {
  const read = readFrom(page);
  const signals = read.filter((each) => isSaid(each, page)).map(({ name }) => name);
  return { signals, isOutside: read.some((each) => isOutside(each, page.period, side)) };
}

/** The quarters in which a company is looked at, each after two years or almost; each is among what the next is compared with. */
export const QUARTERS = ["2025Q4", "2026Q1", "2026Q2", "2026Q3"];

/** What the pages of a company say in each of the quarters, by family. */
export function saidOf(site: Site): Record<FamilyName, Said[]> {
  const { document } = parseHTML("<!doctype html><html></html>");
  const pages = QUARTERS.map((id) => {
    const selection = { ...DEFAULT_SELECTION, period: parsePeriod(id) };
    return pageOf(site, { language, document: document as unknown as Document, selection });
  });
  const entries = Object.entries<Family>(FAMILIES).map(([name, family]) => [name, pages.map((page) => saidBy(page, family))]);
  return Object.fromEntries(entries);
}
