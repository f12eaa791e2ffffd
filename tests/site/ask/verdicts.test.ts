import { describe, expect, test } from "vitest";
import { formatMonth, parseMonth, parsePeriod } from "../../../src/core/periods.ts";
import type { Selection } from "../../../src/core/selection.ts";
import { livePart } from "../../../src/site/all-kinds.ts";
import type { Page } from "../../../src/site/ask/page.ts";
import { pageOfPromise, promisesOf } from "../../../src/site/ask/promises.ts";
import { isSignal, judged } from "../../../src/site/ask/verdicts.ts";
import { allMetricsTable } from "../../../src/site/say/overview.ts";
import { metricSentence, tally } from "../../../src/site/say/sentences.ts";
import { textOf } from "../../../src/site/say/table.ts";
import { verdictClause, verdictMark, verdictName } from "../../../src/site/say/verdict-words.ts";
import type { Site } from "../../../src/site/site.ts";
import { type TinyCell, tinyCubes } from "../../cube/tiny.ts";
import { byTurns, type Histories, historySite, inMonths } from "../history-site.ts";
import { MATRIX_SITE, matrixPage } from "../matrix-site.ts";
import { pageFor, scope } from "../tiny-site.ts";

const MONTHS = Array.from({ length: 36 }, (_, i) => formatMonth(parseMonth("2023-10") + i));

/** Of 20 promises of a department in a month, those kept: 17, 18 and 18 by turns, and in the months of the last quarter as many as given. */
const promises = (department: string, request_type: string, promise: string, last: readonly number[] = []): TinyCell[] =>
  MONTHS.map((month, i) => ({
    ...{ month, department, request_type, promise, region: "east", count: 20 },
    count__is_met: last[i - 33] ?? (i % 3 === 0 ? 17 : 18),
  }));

/** R&D's support was kept so often in the months of the last quarter; all else as it always is. */
function promiseSite(...kept: readonly number[]): Site {
  const cells = [
    ...promises("rnd", "technical_support", "first_response", kept),
    ...promises("rnd", "custom_plan", "resolution"),
    ...promises("marketing", "pitch_material", "first_response"),
    ...promises("hr", "hiring", "resolution"),
  ];
  const dimensions = ["department", "request_type", "promise", "region"];
  const made = cells.map(({ count__is_met: _, ...cell }) => ({ ...cell, count__is_withdrawn: 0 }));
  const { manifest, ...cubes } = tinyCubes({ promises: { cells, dimensions }, promises_made: { cells: made, dimensions } }, "2026-10-18");
  return { ...MATRIX_SITE, cubes: { ...cubes, manifest: { ...manifest, dimensions: MATRIX_SITE.cubes.manifest.dimensions } } };
}

const SUPPORT = { department: ["rnd"], request_type: ["technical_support"], promise: ["first_response"] };
const RND = { department: ["rnd"] };
const SLA = "sla-attainment";

const verdictOn = (page: Page, id = SLA) => judged(page, page.view(id));
const pOn = (page: Page, id = SLA) => page.view(id).trial?.p ?? 1;

/** So many that chance alone explains it now and then: a signal on its own, and none among several. */
const DOUBTFUL = promiseSite(15, 15, 15);
const doubtful = (selection: Partial<Selection> = {}) => matrixPage({ site: DOUBTFUL, selection });

describe("a promise is judged among the promises of all departments", () => {
  test("so that what is a signal alone is none among four", () => {
    const part = doubtful().narrowed(SUPPORT);
    expect([pOn(part) < 0.05, pOn(part) > 0.05 / 4]).toEqual([true, true]);
    expect(isSignal(verdictOn(part))).toBe(false);
    const alone = doubtful({ filters: { promise: ["first_response"], department: ["rnd"] } }).narrowed(SUPPORT);
    expect(pOn(alone)).toBe(pOn(part));
    expect(isSignal(verdictOn(alone))).toBe(true);
  });

  test("where several are signals, each later one against fewer (Holm)", () => {
    const page = matrixPage({ site: promiseSite(4, 4, 4) });
    const found = promisesOf(page.site).map((promised) => isSignal(verdictOn(pageOfPromise(page, promised))));
    expect(found.filter(Boolean)).toHaveLength(1);
    expect(verdictOn(page.narrowed(SUPPORT))).toMatchObject({ state: "special", direction: "worse" });
  });

  test("with the same verdict on the matrix, on the page of its department, and after many other pages", () => {
    const page = doubtful();
    const first = verdictOn(page.narrowed(SUPPORT));
    for (let part = 0; part < 130; part++) page.narrowed({ region: [`part ${part}`] }).view(SLA);
    const { department, ...rest } = SUPPORT;
    const ofDepartment = matrixPage({ site: DOUBTFUL, within: { department } });
    expect(verdictOn(ofDepartment.narrowed(rest))).toEqual(first);
    expect(verdictOn(matrixPage({ site: DOUBTFUL, within: SUPPORT, locale: "zh" }))).toEqual(first);
    expect(verdictOn(page.narrowed(SUPPORT))).toEqual(first);
  });

  test("whatever was asked first, the whole company or a selection of one department", () => {
    const selections = [{}, { filters: RND }];
    const asked = (order: readonly Partial<Selection>[]) => {
      const site = promiseSite(15, 15, 15);
      return new Map(order.map((selection) => [selection, verdictOn(matrixPage({ site, selection }).narrowed(SUPPORT)).state]));
    };
    const [one, other] = [asked(selections), asked(selections.toReversed())];
    expect(selections.map((selection) => [one.get(selection), other.get(selection)])).toEqual([
      ["usual", "usual"],
      ["special", "special"],
    ]);
  });
});

describe("a department is judged among the departments", () => {
  test("that support the business unit", () => {
    const page = matrixPage({ site: promiseSite(14, 14, 15) });
    const part = page.narrowed(RND);
    expect([pOn(part) < 0.05, pOn(part) > 0.05 / 3]).toEqual([true, true]);
    expect(isSignal(verdictOn(part))).toBe(false);
    expect(isSignal(verdictOn(matrixPage({ site: promiseSite(14, 14, 15), selection: { filters: RND } }).narrowed(RND)))).toBe(true);
  });
});

describe("a metric is judged among those that it is read with", () => {
  const of = (site: Site, ids: readonly string[], isLead = true): Site => ({
    ...site,
    metrics: site.metrics.filter(({ id }) => ids.includes(id)).map((metric) => ({ ...metric, isLead })),
  });
  const slipped = historySite({ kept: byTurns(90, 91, inMonths([0, 2], 86)) });

  test("lead metrics of all effects, so that a doubtful one is a signal alone only", () => {
    const alone = pageFor({}, "en", of(slipped, ["kept"]));
    const among = pageFor({}, "en", of(slipped, ["kept", "wait", "orders", "cost", "gap", "requests"]));
    expect([pOn(alone, "kept") < 0.05, pOn(alone, "kept") > 0.05 / 6]).toEqual([true, true]);
    expect([isSignal(verdictOn(alone, "kept")), isSignal(verdictOn(among, "kept"))]).toEqual([true, false]);
  });

  test("but not those of an export that is missing, nor others of its topic than lead metrics", () => {
    const waiting = { ...slipped.metrics[0], id: "waits", fact: "unbuilt", isLead: true } as Site["metrics"][number];
    const site = of(slipped, ["kept"]);
    const others = of(slipped, ["wait", "orders"], false).metrics;
    expect(isSignal(verdictOn(pageFor({}, "en", { ...site, metrics: [...site.metrics, ...others, waiting] }), "kept"))).toBe(true);
  });
});

/** A site of each state, by what happens to the share. */
const STATES: readonly (readonly [string, Histories])[] = [
  ["better", { kept: byTurns(70, 71, inMonths([0, 2], 95)) }],
  ["worse", { kept: byTurns(90, 91, inMonths([0, 2], 60)) }],
  ["at a new level", { kept: byTurns(90, 91, inMonths([0, 5], 60)) }],
  ["back", { kept: byTurns(90, 91, inMonths([3, 5], 60)) }],
  ["usual", { kept: byTurns(90, 91) }],
  ["slowly changing", { kept: (monthsAgo) => Math.round(90 - monthsAgo * 0.6) }],
  ["not to be judged", { cases: () => 2, kept: byTurns(1, 2) }],
  ["worse since a month without cases", { cases: (monthsAgo) => (monthsAgo === 2 ? 0 : 100), kept: byTurns(90, 91, inMonths([0, 2], 60)) }],
];

describe.each(STATES)("of a metric that is %s", (_, history) => {
  const page = pageFor({}, "en", historySite(history));
  const view = page.view("kept");
  const verdict = judged(page, view);
  const signal = livePart(page, "metric.signal kept") as { text: string; tone?: string };

  test("sentence, tile, table and header say the same", () => {
    const clause = verdictClause(page, view);
    expect(metricSentence(page, view)).toContain(clause);
    expect(signal.text.startsWith(verdictMark(page, verdict))).toBe(true);
    const row = allMetricsTable(page).rows.find(([name]) => name && textOf(name) === "Attainment");
    const last = row?.at(-1);
    expect(last && textOf(last)).toBe(verdictName(page, view));
    expect(verdictName(page, view).startsWith(verdictMark(page, verdict))).toBe(true);
    const kind = verdict.direction ?? (verdict.state === "too-few" ? "unknown" : verdict.trend ? "slow" : "steady");
    expect(tally(page, [view])).toEqual({ better: 0, worse: 0, slow: 0, steady: 0, unknown: 0, [kind]: 1 });
  });

  test("only the verdict has a colour, never the difference from the quarter before", () => {
    expect(signal.tone).toBe(verdict.direction ?? undefined);
    expect(livePart(page, "metric.change kept")).toMatchObject({ tone: undefined });
  });
});

describe("a difference cannot be called more than the verdict does", () => {
  test("a small one within the usual range has neither mark nor colour", () => {
    const page = pageFor({}, "en", historySite({ days: byTurns(3, 3.4, inMonths([0, 0], 3.3)) }));
    expect(livePart(page, "metric.signal wait")).toEqual({ text: "○ Usual", tone: undefined });
    expect(metricSentence(page, page.view("wait"))).not.toMatch(/outside|beyond|better|worse/);
  });

  test("one for the worse is not said to be better", () => {
    const page = pageFor(scope("2026-09"), "en", historySite({ kept: byTurns(70, 71, (ago) => (ago === 0 ? 92 : ago <= 2 ? 95 : null)) }));
    expect(page.view("kept").standing?.direction).toBe("worse");
    expect(livePart(page, "metric.change kept")).toMatchObject({ text: "−3.0\u00a0pts", tone: undefined });
    expect(livePart(page, "metric.signal kept")).toMatchObject({ tone: "better" });
  });

  test("the counts of the header, of a topic and of the marks in the table are the same", () => {
    const page = pageFor(
      {},
      "en",
      historySite({ kept: byTurns(90, 91, inMonths([0, 2], 60)), days: byTurns(3, 3.2, inMonths([0, 2], 1)) }),
    );
    const marks = allMetricsTable(page).rows.map((row) => row.at(-1) && textOf(row.at(-1) ?? "").charAt(0));
    const { better, worse } = tally(page, page.views());
    expect([better, worse]).toEqual([marks.filter((mark) => mark === "▲").length, marks.filter((mark) => mark === "▼").length]);
    expect(livePart(page, "topic.tally cost")).toMatchObject({ text: "1 improved, 1 worsened, 1 unchanged, 3 not clear yet" });
    expect(livePart(page, "topic.heading cost")).toMatchObject({
      text: "2026 Q3, compared with 2026 Q2; 1 improved, 1 worsened, 1 unchanged, 3 not clear yet",
    });
  });
});

test("what is not over, hidden or missing has no verdict", () => {
  const page = pageFor({ period: "this-quarter" }, "en", historySite({ kept: byTurns(90, 91) }));
  expect(verdictOn(page, "kept")).toMatchObject({ state: "too-few", reason: null, direction: null });
  expect([verdictClause(page, page.view("kept")), verdictName(page, page.view("kept"))]).toEqual(["", "–"]);
  expect(verdictOn(pageFor({ period: parsePeriod("2020Q1") }), "orders")).toMatchObject({ state: "too-few", direction: null });
});
