import { pointOf } from "../../analysis/series.ts";
import { type Period, parseMonth, periodSpanning } from "../../core/periods.ts";
import type { MetricView } from "../ask/metric-view.ts";
import type { Page } from "../ask/page.ts";
import { anchorOf, findPromise, hoursInUnit, limitWords, PROMISE, type Promised, ruleAt, unitOfRule } from "../ask/promises.ts";
import { isSignal, judged } from "../ask/verdicts.ts";
import { definePart, type LivePart, textPart } from "../kind.ts";
import { missedMost } from "../matrix/missed-most.ts";
import { questionNeeds, questionsOf } from "../matrix/questions.ts";
import { STEPS, waitOf } from "../matrix/steps.ts";
import {
  concernToSee,
  firstConcern,
  lostAmountNeeds,
  lostAmountWords,
  promisesByGravity,
  talkNeeds,
  talkSentence,
} from "../matrix/talk-first.ts";
import { metricHref } from "../say/metric-link.ts";
import { thanName } from "../say/slice-names.ts";
import { verdictMark } from "../say/verdict-words.ts";
import { hasMetric } from "../site.ts";

/** Whether a department is the one to talk to first. */
const flagWords = (page: Page, { department }: { department: string }): LivePart =>
  firstConcern(page)?.department === department ? { text: page.words.matrix.talkFirst, tone: "flagged" } : { text: "" };

/** Leads to the page of the department that the sentence names; empty where it names none. */
function talkLink(page: Page): LivePart {
  const concern = concernToSee(page);
  if (!concern) return { text: "", href: page.href("matrix/") };
  const { department } = concern;
  return { text: page.words.matrix.seeDepartment(page.member("department", department)), href: page.href(`departments/${department}/`) };
}

/** The promise that a page is within; null where it is within none. */
const promiseOfPage = ({ site, within }: Page): Promised | null =>
  findPromise(site, Object.fromEntries(PROMISE.map((id) => [id, within[id]?.[0] ?? ""])));

/** The limit, and the median and 90th percentile of the time that it took, in its own clock. */
function timesWords(page: Page): LivePart {
  const promised = promiseOfPage(page);
  const view = page.view("promised-time");
  if (!promised || !view.isAvailable) return { text: "" };
  const rule = ruleAt(promised, page.period);
  const { spread = [], isProvisional = false } = pointOf(page.site.cubes, view.metric, view.slice, true) ?? {};
  if (spread.every((time) => time === null)) return { text: "" };
  const [median, p90] = [0, 1].map((i) =>
    spread[i] == null ? page.words.missing : page.value(spread[i] / hoursInUnit(rule), unitOfRule(rule)),
  );
  const words = page.words.matrix.times(median ?? "", p90 ?? "");
  return { text: isProvisional && rule.clock === "working_days" ? page.words.provisional(words) : words };
}

const limitPart = (page: Page): LivePart => {
  const promised = promiseOfPage(page);
  return { text: promised ? page.words.matrix.within(limitWords(page, ruleAt(promised, page.period))) : "" };
};

/** "Missed more than their share: East (25 of 46).", and which others may have done so by chance; empty where nobody did. */
function whereWords(page: Page): LivePart {
  const { where, whereByChance, missedOf } = page.words.matrix.page;
  const [beyond, byChance] = [true, false].map((isBeyond) =>
    missedMost(page)
      .filter(({ isSignal }) => isSignal === isBeyond)
      .map(({ dimension, member, due, missed }) =>
        page.noted(page.member(dimension, member), missedOf(page.count(missed), page.count(due))),
      ),
  );
  const said = (words: (members: string) => string, members: readonly string[] = []) =>
    members.length > 0 ? [words(page.listed(members))] : [];
  return { text: page.paragraph(...said(where, beyond), ...said(whereByChance, byChance)) };
}

/** Leads to the attainment of the promise that a page is within, by a dimension. */
function whereLink(page: Page, { dimension }: { dimension: string }): LivePart {
  const figure = `sla-attainment-by-${dimension.replaceAll("_", "-")}`;
  return { text: page.words.by(page.say(page.dimension(dimension).label)), href: metricHref(page, "sla-attainment", figure) };
}

/** How long a request waits for its first response, the change first; of a change that is no chance, which step it is. */
function waitWords(page: Page): LivePart {
  const wait = waitOf(page);
  if (!wait) return { text: "" };
  const { view, now, before, slowed } = wait;
  const { wait: words, waitGrew, steps } = page.words.matrix.page;
  const { unit } = view.metric;
  const than = thanName(page, view);
  const said = { now: page.value(now, unit), before: before === null ? null : page.value(before, unit, { isBare: true }), than };
  if (!slowed || said.before === null) return { text: words(said) };
  return { text: waitGrew({ ...said, before: said.before, step: steps[slowed.step], part: page.value(slowed.to - slowed.from, unit) }) };
}

/** "12 deals, ¥3.8M (avoidable 9; resource limit 3)" */
function lostWords(page: Page): LivePart {
  const count = page.view("deals-lost-to-delay");
  const { matrix } = page.words;
  const deals = count.standing?.point.value ?? null;
  if (deals === null) return { text: page.words.missing };
  if (deals === 0) return { text: matrix.noneLost };
  const isCounted = (cause: string) => count.slice.filters["delay_cause"]?.includes(cause) ?? true;
  const causes = count.breakdown("delay_cause").rows.filter(({ member, now }) => now.value && isCounted(member));
  const ofCauses = causes.map(({ member, now }) => matrix.ofCause(page.member("delay_cause", member), page.shown(now, "count")));
  return { text: page.noted(page.clauses(matrix.lostDeals(page.count(deals)), lostAmountWords(page)), page.joined(...ofCauses)) };
}

/** Below its target by more than this, a promise stands out even where that may be chance. */
const FAR = 0.1;

/** Whether a promise clearly got worse or better, or is far from its target. */
function standOut(page: Page): { mark: string; tone?: string } {
  const view = page.view("sla-attainment");
  const verdict = judged(page, view);
  if (isSignal(verdict)) return { mark: verdictMark(page, verdict), tone: verdict.direction ?? "changed" };
  const value = view.standing?.point.value ?? null;
  const goal = view.target(page.period);
  const isFar = value !== null && goal !== null && value < goal - FAR;
  return isFar ? { mark: page.titled(page.words.target, page.value(goal, "share")), tone: "worse" } : { mark: "" };
}

/** How far a promise was kept, with the tone of what stands out. */
function keptWords(page: Page): LivePart {
  const { standing } = page.view("sla-attainment");
  return textPart(page.shown(standing?.point, "share"), standOut(page).tone);
}

/** "▼", or "Target: 90%" of one far below it; empty where nothing stands out. */
function markWords(page: Page): LivePart {
  const { mark, tone } = standOut(page);
  return textPart(mark, tone);
}

/** How many of an output were delivered. */
function deliveredWords(page: Page): LivePart {
  const view = page.view("outputs-delivered");
  if (!view.isAvailable) return { text: "" };
  const { standing } = view;
  return { text: standing ? page.words.matrix.deliveredCount(page.shown(standing.point, "count")) : page.words.missing };
}

/** What was kept in a period by the promise of the day, and what would have been by the promise of now; empty where nothing fell due. */
function thenNowIn(page: Page, period: Period): string {
  const [atTheTime, now] = ["sla-attainment", "sla-attainment-by-current-rules"].map((id) => {
    const { metric, slice } = page.view(id);
    return pointOf(page.site.cubes, metric, { ...slice, period });
  });
  if (atTheTime?.value == null) return "";
  const shares = { atTheTime: page.shown(atTheTime, "share"), now: page.shown(now, "share") };
  return page.titled(page.periodName(period), page.words.matrix.page.thenNow(shares));
}

/** Both promises beside each other: in the twelve months before the last change of the rule, and in the page's period where it reaches back beyond it. */
function thenNowWords(page: Page): LivePart {
  const [latest, before] = promiseOfPage(page)?.rules.toReversed() ?? [];
  if (!latest || !before || !page.view("sla-attainment").isAvailable) return { text: "" };
  const changedIn = parseMonth(latest.from);
  const year = periodSpanning(changedIn - 12, changedIn - 1, page.fiscalStart);
  const periods = page.period.start < changedIn ? [year, page.period] : [year];
  return { text: page.paragraph(...periods.map((period) => thenNowIn(page, period))) };
}

const OVERDUE = "overdue-requests";

/** How many requests are open and, where a limit is known, how many of them are overdue. */
function openWords(page: Page): LivePart {
  const open = page.view("open-requests");
  const overdue = hasMetric(page.site, OVERDUE) ? page.view(OVERDUE) : null;
  if (!open.standing || open.standing.point.value === null) return { text: "" };
  const shown = ({ standing }: MetricView) => page.shown(standing?.point, "count");
  return { text: page.words.matrix.page.openSentence({ open: shown(open), overdue: overdue && shown(overdue) }) };
}

const talked = (make: (page: Page) => LivePart) => definePart({ needs: (_, site) => talkNeeds(site), make });

/** What the matrix and the pages of departments say of departments and their promises. */
export default {
  /** Which department to talk to first, about what and why. */
  talk: talked((page) => textPart(talkSentence(page), firstConcern(page) ? "concern" : undefined)),
  "talk-link": talked(talkLink),
  flag: definePart({ takes: ["department"], needs: (_, site) => talkNeeds(site), make: flagWords }),
  times: definePart({ needs: ["promised-time"], hasSpread: true, make: timesWords }),
  kept: definePart({ needs: ["sla-attainment"], make: keptWords }),
  mark: definePart({ needs: ["sla-attainment"], make: markWords }),
  limit: definePart({ needs: [], make: limitPart }),
  where: definePart({ needs: ["sla-attainment"], make: whereWords }),
  "where-link": definePart({ takes: ["dimension"], needs: ["sla-attainment"], make: whereLink }),
  wait: definePart({ needs: STEPS, make: waitWords }),
  /** The rows of the table of a department's promises. */
  order: definePart({
    needs: ["sla-attainment"],
    make: (page) => ({
      order: promisesByGravity(page, page.within["department"]?.[0] ?? "").flatMap(({ promised }) =>
        promised ? [anchorOf(promised)] : [],
      ),
    }),
  }),
  lost: definePart({ needs: (_, site) => ["deals-lost-to-delay", ...lostAmountNeeds(site)], make: lostWords }),
  delivered: definePart({ needs: ["outputs-delivered"], make: deliveredWords }),
  "then-now": definePart({ needs: ["sla-attainment", "sla-attainment-by-current-rules"], make: thenNowWords }),
  open: definePart({ needs: (_, site) => ["open-requests", ...(hasMetric(site, OVERDUE) ? [OVERDUE] : [])], make: openWords }),
  /** What to ask, by its place from 0; empty where there is nothing more. */
  question: definePart({
    takes: ["place"],
    needs: (_, site) => questionNeeds(site),
    make: (page, { place }) => questionsOf(page)[Number(place)] ?? { text: "" },
  }),
};
