import { describe, expect, test } from "vitest";
import type { Row } from "../../../src/analysis/breakdown.ts";
import { parsePeriod } from "../../../src/core/periods.ts";
import type { Scope, Selection } from "../../../src/core/selection.ts";
import { breakdownSentence } from "../../../src/site/say/breakdown-sentence.ts";
import { metricSentence, standingWords, tally } from "../../../src/site/say/sentences.ts";
import type { Site } from "../../../src/site/site.ts";
import { byTurns, type Histories, historySite, inMonths } from "../history-site.ts";
import { EAST_AND_WEST, pageFor, SITE, scope } from "../tiny-site.ts";

/** The third quarter of 2026, by months before October. */
const Q3 = [0, 2] as const;
const Q2 = [3, 5] as const;

const plain = (words: string) => words.replaceAll("\u00a0", " ");

/** What is said of a metric, in Chinese and in English. */
const sentences = (id: string, site: Site, selection: Partial<Selection> = {}) =>
  (["zh", "en"] as const).map((locale) => {
    const page = pageFor(selection, locale, site);
    return plain(metricSentence(page, page.view(id)));
  });

describe("metricSentence says of a share that is", () => {
  test.each<[string, Histories, string, string]>([
    [
      "better than usual",
      { kept: byTurns(70, 71, inMonths(Q3, 95)) },
      "达成率升至 95.0 %（比上季高 24.3 个百分点），高于往常的 70.5 %。",
      "Attainment rose to 95.0%, 24.3 percentage points higher than the previous quarter; above its usual 70.5%.",
    ],
    [
      "worse than usual",
      { kept: byTurns(90, 91, inMonths(Q3, 60)) },
      "达成率降至 60.0 %（比上季低 30.7 个百分点），低于往常的 90.5 %。",
      "Attainment fell to 60.0%, 30.7 percentage points lower than the previous quarter; below its usual 90.5%.",
    ],
    [
      "worse in one month of the quarter",
      { kept: byTurns(90, 91, inMonths([0, 0], 60)) },
      "达成率降至 80.3 %（比上季低 10.3 个百分点），2026 年 9 月为 60.0 %，低于往常的 90.5 %。",
      "Attainment fell to 80.3%, 10.3 percentage points lower than the previous quarter; Sep 2026, at 60.0%, is below the usual 90.5%.",
    ],
    [
      "at a new level that began before the quarter",
      { kept: byTurns(90, 91, inMonths([0, 3], 60)) },
      "达成率降至 60.0 %（比上季低 20.3 个百分点），2026 年 6 月起为 60.0 %，低于此前的 90.5 %。",
      "Attainment fell to 60.0%, 20.3 percentage points lower than the previous quarter; at 60.0% since Jun 2026, below the 90.5% before.",
    ],
    [
      "at a better level, though it did not move",
      { kept: byTurns(60, 61, inMonths([0, 5], 90)) },
      "达成率 90.0 %，与上季持平，2026 年 4 月起为 90.0 %，高于此前的 60.5 %。",
      "Attainment: 90.0%, unchanged from the previous quarter; at 90.0% since Apr 2026, above the 60.5% before.",
    ],
    [
      "back to what was usual",
      { kept: byTurns(90, 91, inMonths(Q2, 60)) },
      "达成率升至 90.3 %（比上季高 30.3 个百分点），2026 Q2 曾为 60.0 %，现已回到往常水平。",
      "Attainment rose to 90.3%, 30.3 percentage points higher than the previous quarter; back to its usual level after 60.0% in 2026 Q2.",
    ],
    [
      "within what is usual",
      { kept: byTurns(90, 91) },
      "达成率降至 90.3 %（比上季低 0.3 个百分点），仍在正常波动范围内。",
      "Attainment fell to 90.3%, 0.3 percentage points lower than the previous quarter; within its usual range.",
    ],
    [
      "equal",
      { kept: () => 90 },
      "达成率 90.0 %，与上季持平，仍在正常波动范围内。",
      "Attainment: 90.0%, unchanged from the previous quarter; within its usual range.",
    ],
    [
      "within what has been usual since its level changed, more than a year ago",
      { kept: byTurns(60, 61, (monthsAgo) => (monthsAgo < 15 ? 90 + (monthsAgo % 2) : null)) },
      "达成率降至 90.3 %（比上季低 0.3 个百分点），仍在 2025 年 7 月以来的正常波动范围内。",
      "Attainment fell to 90.3%, 0.3 percentage points lower than the previous quarter; within its usual range since Jul 2025.",
    ],
    [
      "slowly rising",
      { kept: (monthsAgo) => Math.round(90 - monthsAgo * 0.6) },
      "达成率升至 89.3 %（比上季高 1.7 个百分点），两年来逐步上升（77.7 % → 88.5 %）。",
      "Attainment rose to 89.3%, 1.7 percentage points higher than the previous quarter; slowly up over two years (77.7% → 88.5%).",
    ],
    [
      "slowly falling",
      { kept: (monthsAgo) => Math.round(60 + monthsAgo * 0.6) },
      "达成率降至 60.7 %（比上季低 1.7 个百分点），两年来逐步下降（72.3 % → 61.5 %）。",
      "Attainment fell to 60.7%, 1.7 percentage points lower than the previous quarter; slowly down over two years (72.3% → 61.5%).",
    ],
    [
      "of too few cases to tell",
      { cases: () => 2, kept: byTurns(1, 2) },
      "达成率降至 66.7 %（比上季低 16.7 个百分点），数量少或起伏大，尚看不出变化。",
      "Attainment fell to 66.7%, 16.7 percentage points lower than the previous quarter; too few or too uneven to tell a change.",
    ],
  ])("%s", (_, history, zh, en) => {
    expect(sentences("kept", historySite(history))).toEqual([zh, en]);
  });
});

describe("metricSentence calls a change by what it is of", () => {
  test.each<[string, string, Histories, string, string]>([
    [
      "a duration is longer",
      "wait",
      { days: byTurns(3, 3.2, inMonths(Q3, 6)) },
      "等待延长至 6.0 天（比上季长 2.9 天），高于往常的 3.1 天。",
      "Wait rose to 6.0 days, 2.9 days longer than the previous quarter; above its usual 3.1 days.",
    ],
    [
      "or shorter",
      "wait",
      { days: byTurns(3, 3.2, inMonths(Q3, 1.5)) },
      "等待缩短至 1.5 天（比上季短 1.6 天），低于往常的 3.1 天。",
      "Wait fell to 1.5 days, 1.6 days shorter than the previous quarter; below its usual 3.1 days.",
    ],
    [
      "a count more",
      "orders",
      { cases: byTurns(100, 104, inMonths(Q3, 200)) },
      "订单增至 600（比上季多 292），高于往常。",
      "Orders rose to 600, 292 more than the previous quarter; above its usual range.",
    ],
    [
      "or fewer, of a month where the time is longer than one",
      "orders",
      { cases: byTurns(100, 104, inMonths(Q2, 200)) },
      "订单减至 304（比上季少 296），2026 Q2 曾为每月 200，现已回到往常水平。",
      "Orders fell to 304, 296 fewer than the previous quarter; back to its usual level after 200 a month in 2026 Q2.",
    ],
    [
      "and of one month as it is",
      "orders",
      { cases: byTurns(100, 104, inMonths([0, 0], 200)) },
      "订单增至 404（比上季多 96），2026 年 9 月为 200，高于往常的每月 102。",
      "Orders rose to 404, 96 more than the previous quarter; Sep 2026, at 200, is above the usual 102 a month.",
    ],
    [
      "an amount more",
      "cost",
      { cost: byTurns(40_000, 44_000, inMonths(Q3, 120_000)) },
      "返工成本增至 36.0 万元（比上季多 23.2 万元），高于往常。",
      "Rework cost rose to ¥360K, ¥232K more than the previous quarter; above its usual range.",
    ],
    [
      "or less",
      "cost",
      { cost: byTurns(40_000, 44_000, inMonths([0, 0], 38_000)) },
      "返工成本降至 12.2 万元（比上季少 6,000 元），仍在正常波动范围内。",
      "Rework cost fell to ¥122K, ¥6,000 less than the previous quarter; within its usual range.",
    ],
    [
      "but money per case higher",
      "price",
      { cost: byTurns(40_000, 44_000, inMonths([0, 0], 45_000)) },
      "单价升至 430 元（比上季高 3 元），仍在正常波动范围内。",
      "Price rose to ¥430, ¥3 higher than the previous quarter; within its usual range.",
    ],
    [
      "a gap wider",
      "gap",
      { gap: byTurns(-0.1, 0.1, inMonths(Q3, -0.9)) },
      "认知差距由上季的 +0.03 分扩大到 −0.90 分，低于往常的 0.00 分。",
      "Perception gap widened from +0.03 points in the previous quarter to −0.90 points; below its usual 0.00 points.",
    ],
    [
      "or narrower",
      "gap",
      { gap: byTurns(-0.5, -0.3, inMonths([1, 2], -0.2)) },
      "认知差距由上季的 −0.37 分缩小到 −0.30 分，仍在正常波动范围内。",
      "Perception gap narrowed from −0.37 points in the previous quarter to −0.30 points; within its usual range.",
    ],
    [
      "of a sum that changes slowly it says the unit of its steps",
      "cost",
      { cost: (monthsAgo) => 40_000 - monthsAgo * 500 + (monthsAgo % 3) * 100 },
      "返工成本增至 11.9 万元（比上季多 4,500 元），两年来逐步上升（每月 2.99 万元 → 3.89 万元）。",
      "Rework cost rose to ¥119K, ¥4,500 more than the previous quarter; slowly up over two years (¥29.9K → ¥38.9K a month).",
    ],
    [
      "of a sum that never varied it says that chance is not known",
      "cost",
      { cost: (monthsAgo) => (monthsAgo < 3 ? 9_000 : 1_000) },
      "返工成本增至 2.70 万元（比上季多 2.40 万元），此前一直不变，尚不能判断。",
      "Rework cost rose to ¥27.0K, ¥24.0K more than the previous quarter; never varied before, so not clear yet.",
    ],
    [
      "of what is neither good nor bad it says the same",
      "requests",
      { cases: byTurns(100, 104, inMonths(Q3, 200)) },
      "请求增至 600（比上季多 292），高于往常。",
      "Requests rose to 600, 292 more than the previous quarter; above its usual range.",
    ],
  ])("%s", (_, id, history, zh, en) => {
    expect(sentences(id, historySite(history))).toEqual([zh, en]);
  });
});

describe("metricSentence says of what cannot be judged", () => {
  const steady = historySite({ kept: byTurns(90, 91) });

  test.each<[string, string, Site, Partial<Selection>, string, string]>([
    [
      "that it is hidden",
      "score",
      SITE,
      { filters: { region: ["west"] } },
      "评分：数量太少，已隐藏。",
      "Score: hidden, since there are too few.",
    ],
    ["that there is nothing", "wait", SITE, { filters: { region: ["south"] } }, "等待：本期没有数据。", "Wait: no data in this period."],
    [
      "that it is not over",
      "orders",
      SITE,
      { period: "this-quarter" },
      "订单：20，本期数据还不完整，不作比较。",
      "Orders: 20 so far; the data of the period are not complete, so it is not compared.",
    ],
    [
      "that it is the first",
      "orders",
      SITE,
      scope("2024Q4"),
      "订单：60，没有可比的上期。",
      "Orders: 60, with no earlier period to compare.",
    ],
    [
      "that its history is short",
      "kept",
      steady,
      scope("2024Q3"),
      "达成率降至 90.3 %（比上季低 0.3 个百分点），历史数据不足，尚不能判断。",
      "Attainment fell to 90.3%, 0.3 percentage points lower than the previous quarter; too little history to tell.",
    ],
    [
      "by its months, what came before a range",
      "kept",
      steady,
      scope("2026-05..2026-08"),
      "达成率 90.5 %，与 2026 年 1 月–4 月持平，仍在正常波动范围内。",
      "Attainment: 90.5%, unchanged from Jan–Apr 2026; within its usual range.",
    ],
  ])("%s", (_, id, site, selection, zh, en) => {
    expect(sentences(id, site, selection)).toEqual([zh, en]);
  });
});

/** The unfinished quarter of a region. */
const relative = (region: string): Scope => ({ period: "this-quarter", filters: { region: [region] } });

describe("metricSentence compares", () => {
  const slipped = historySite({ kept: byTurns(90, 91, inMonths(Q3, 60)) }, { region: "west", kept: byTurns(80, 81) });
  const [east, west] = [{ region: ["east"] }, { region: ["west"] }];

  test.each<[string, Site, string, Partial<Selection>, string, string]>([
    [
      "two periods that differ by more than chance",
      slipped,
      "kept",
      { ...scope("2026Q3", east), against: scope("2025Q3", east) },
      "达成率：2026 Q3 为 60.0 %，比 2025 Q3 低 30.3 个百分点，差别超出偶然。",
      "Attainment, 2026 Q3: 60.0%, 30.3 percentage points lower than 2025 Q3; a difference beyond chance.",
    ],
    [
      "two members that do",
      slipped,
      "kept",
      { ...scope("2026Q3", east), against: scope("2026Q3", west) },
      "达成率：东区为 60.0 %，比西区低 20.3 个百分点，差别超出偶然。",
      "Attainment, East: 60.0%, 20.3 percentage points lower than West; a difference beyond chance.",
    ],
    [
      "what differs by no more than chance",
      slipped,
      "kept",
      { ...scope("2026Q3", west), against: scope("2026Q2", west) },
      "达成率：2026 Q3 为 80.3 %，比 2026 Q2 低 0.3 个百分点，差别可能出于偶然。",
      "Attainment, 2026 Q3: 80.3%, 0.3 percentage points lower than 2026 Q2; the difference may be chance.",
    ],
    [
      "what is equal",
      slipped,
      "kept",
      { ...scope("2026Q3", west), against: scope("2025Q3", west) },
      "达成率：2026 Q3 为 80.3 %，与 2025 Q3 持平。",
      "Attainment, 2026 Q3: 80.3%, unchanged from 2025 Q3.",
    ],
    [
      "what has too short a history",
      slipped,
      "kept",
      { ...scope("2024Q2", east), against: scope("2024Q2", west) },
      "达成率：东区为 90.7 %，比西区高 10.0 个百分点，历史数据不足，尚不能判断。",
      "Attainment, East: 90.7%, 10.0 percentage points higher than West; too little history to tell.",
    ],
    [
      "an unfinished period of two members, with nothing yet to judge by",
      SITE,
      "orders",
      { ...relative("east"), against: relative("west") },
      "订单：东区为 10，与西区持平。",
      "Orders, East: 10, unchanged from West.",
    ],
    [
      "what has nothing beside it",
      SITE,
      "wait",
      { ...scope("2026Q3", east), against: scope("2026Q3", { region: ["south"] }) },
      "等待：东区为 3.0 天；南区没有可比的数据。",
      "Wait, East: 3.0 days; nothing to compare with in South.",
    ],
    [
      "sums over unequal times not at all",
      SITE,
      "orders",
      { ...scope("2026Q3"), against: scope("2026-05..2026-06") },
      "订单：2026 Q3 为 100，2026 年 5 月–6 月为 40；两段时期长短不同，不作比较。",
      "Orders, 2026 Q3: 100, May–Jun 2026: 40; the two periods differ in length and are not compared.",
    ],
  ])("%s", (_, site, id, selection, zh, en) => {
    expect(sentences(id, site, selection)).toEqual([zh, en]);
  });
});

describe("breakdownSentence", () => {
  const broken = (id: string, ...histories: Histories[]) =>
    (["zh", "en"] as const).map((locale) => {
      const page = pageFor({}, locale, historySite(...histories));
      const view = page.view(id);
      const found = breakdownSentence(page, view, { ...view.breakdown("region"), dimension: "region" });
      return found && plain(found);
    });

  test.each<[string, string, Histories[], string, string]>([
    [
      "says which member takes longest beside the whole",
      "wait",
      [{ days: () => 3 }, { region: "west", days: () => 5 }, { region: "south", days: () => 2 }],
      "西区最长：5.0 天（整体为 3.3 天）；其余在 2.0 天与 3.0 天之间。",
      "West takes longest: 5.0 days, against 3.3 days overall; the others are between 2.0 days and 3.0 days.",
    ],
    [
      "which keeps least of its promises",
      "kept",
      [{ kept: () => 90 }, { region: "west", kept: () => 60 }],
      "西区最低：60.0 %（整体为 75.0 %）；东区为 90.0 %。",
      "West is lowest: 60.0%, against 75.0% overall; East 90.0%.",
    ],
    [
      "which has most of a sum",
      "cost",
      [{ cost: () => 1000 }, { region: "west", cost: () => 3000 }, { region: "south", cost: () => 1000 }],
      "西区最多：9,000 元（共 1.50 万元）；其余均为 3,000 元。",
      "West has most: ¥9,000 of ¥15.0K; all others are at ¥3,000.",
    ],
    [
      "of a single member that it is the only one",
      "wait",
      [{ days: () => 3 }],
      "按区域，只有东区：3.0 天。",
      "By region, there is only East: 3.0 days.",
    ],
  ])("%s", (_, id, histories, zh, en) => {
    expect(broken(id, ...histories)).toEqual([zh, en]);
  });

  const west = (happens: Histories): Histories[] => [
    { kept: byTurns(90, 91), days: byTurns(3, 3.1) },
    { region: "west", ...happens },
  ];

  test.each<[string, string, Histories[], string, string]>([
    [
      "what is worse in the period",
      "kept",
      west({ kept: byTurns(90, 91, inMonths(Q3, 60)) }),
      "西区明显变差：2026 Q3 为 60.0 %，低于往常的 90.5 %。西区最低：60.0 %（整体为 75.2 %）；东区为 90.3 %。",
      "West worsened: 2026 Q3, at 60.0%, is below the usual 90.5%. West is lowest: 60.0%, against 75.2% overall; East 90.3%.",
    ],
    [
      "what is at a better level, though another stands at the bad end",
      "wait",
      west({ days: byTurns(2, 2.1, inMonths([0, 4], 1)) }),
      "西区明显变好：2026 年 5 月起为 1.0 天，低于此前的 2.1 天。东区最长：3.0 天（整体为 2.0 天）；西区为 1.0 天。",
      "West improved: at 1.0 days since May 2026, below the 2.1 days before. East takes longest: 3.0 days, against 2.0 days overall; West 1.0 days.",
    ],
    [
      "what changed, where neither way is better",
      "requests",
      west({ cases: byTurns(100, 104, inMonths(Q3, 200)) }),
      "西区明显变化：2026 Q3 每月为 200，高于往常的每月 102。西区最多：600（共 900）；东区为 300。",
      "West changed: 2026 Q3, at 200 a month, is above the usual 102 a month. West has most: 600 of 900; East 300.",
    ],
    [
      "of several the worse first, and counts the rest",
      "kept",
      [
        { kept: byTurns(60, 61, inMonths(Q3, 95)) },
        { region: "south", kept: byTurns(90, 91, inMonths(Q3, 70)) },
        { region: "west", kept: byTurns(90, 91, inMonths(Q3, 60)) },
      ],
      "西区明显变差：2026 Q3 为 60.0 %，低于往常的 90.5 %；南区明显变差：2026 Q3 为 70.0 %，低于往常的 90.5 %；另有 1 项明显变化。西区最低：60.0 %（整体为 75.0 %）；其余在 70.0 % 与 95.0 % 之间。",
      "West worsened: 2026 Q3, at 60.0%, is below the usual 90.5%; South worsened: 2026 Q3, at 70.0%, is below the usual 90.5%; 1 more changed. West is lowest: 60.0%, against 75.0% overall; the others are between 70.0% and 95.0%.",
    ],
  ])("names first %s", (_, id, histories, zh, en) => {
    expect(broken(id, ...histories)).toEqual([zh, en]);
  });

  test("names what differs beyond chance from what the reader compares it with", () => {
    const site = historySite(...west({ kept: byTurns(90, 91, inMonths(Q3, 60)) }));
    const texts = (["zh", "en"] as const).map((locale) => {
      const page = pageFor({ ...scope("2026Q3"), against: scope("2025Q3") }, locale, site);
      const view = page.view("kept");
      return plain(breakdownSentence(page, view, { ...view.breakdown("region"), dimension: "region" }) ?? "");
    });
    expect(texts[0]).toMatch(/^差别超出偶然的有：西区。西区最低/);
    expect(texts[1]).toMatch(/^Beyond chance: West\. West is lowest/);
  });

  test("names none as the end where two stand there", () => {
    expect(broken("wait", { days: () => 3 }, { region: "west", days: () => 5 }, { region: "south", days: () => 5 })).toEqual([null, null]);
  });

  test("names what worsened though nobody had to wait in a region, ever", () => {
    const texts = broken(
      "wait",
      { days: byTurns(2, 2.2) },
      { region: "west", days: () => 0 },
      { region: "south", days: byTurns(3, 3.2, inMonths(Q3, 9)) },
    );
    expect(texts[1]).toMatch(/^South worsened: 2026 Q3, at 9\.0 days, is above the usual 3\.1 days\./);
  });

  test("is none where all are alike", () => {
    expect(broken("wait", { days: () => 3 }, { region: "west", days: () => 3 })).toEqual([null, null]);
  });
});

describe("breakdownSentence of members without a value", () => {
  const result = (value: number | null, isHidden = false): Row["now"] => ({
    ...{ period: parsePeriod("2026Q3"), members: {}, value, n: 1, isHidden, bound: "exact", isProvisional: false },
    ...{ spread: [], fraction: null, remark: null },
  });
  const rowsOf = (east: Row["now"], west: Row["now"]): Row[] => [
    { member: "east", now: east, before: null },
    { member: "west", now: west, before: null },
  ];
  const said = (rows: readonly Row[]) => {
    const page = pageFor();
    return breakdownSentence(page, page.view("orders"), { asked: page, dimension: "region", rows, verdicts: () => new Map() });
  };

  test("names the only member that has a value", () => {
    expect(said(rowsOf(result(3), result(null)))).toContain("3");
  });

  test("does not call a member the only one beside a hidden one", () => {
    expect(said(rowsOf(result(3), result(null, true)))).toBeNull();
  });
});

describe("standingWords", () => {
  test("give the change from a year ago and the target", () => {
    const page = pageFor();
    expect(standingWords(page, page.view("orders"))).toBe("vs a year ago: +40; Target 90, target met");
  });

  test("give no target of a sum over some members", () => {
    const page = pageFor({ filters: { region: ["east"] } });
    expect(standingWords(page, page.view("orders"))).toBe("vs a year ago: +40; no target for this selection");
  });
});

describe("tally", () => {
  test("counts by verdict, and as unknown what is hidden, missing or too short", () => {
    const page = pageFor();
    expect(tally(page, page.views())).toEqual({ better: 2, worse: 0, slow: 0, steady: 0, unknown: 2 });
    expect(tally(page, [page.view("score"), page.view("absent")])).toMatchObject({ unknown: 2 });
  });

  test("leaves out what is neither good nor bad", () => {
    const page = pageFor({}, "en", historySite({ cases: byTurns(100, 104, inMonths(Q3, 200)) }));
    expect(tally(page, [page.view("requests")])).toEqual({ better: 0, worse: 0, slow: 0, steady: 0, unknown: 0 });
  });

  test("never counts by the difference from the quarter before", () => {
    const page = pageFor({}, "en", historySite({ kept: byTurns(90, 91, inMonths(Q2, 88)) }));
    expect(page.view("kept").standing?.direction).toBe("better");
    expect(tally(page, [page.view("kept")])).toEqual({ better: 0, worse: 0, slow: 0, steady: 1, unknown: 0 });
  });
});

test("words of a selection are those of its own period and members", () => {
  expect(sentences("orders", SITE, EAST_AND_WEST)[1]).toBe("Orders, East: 72, 44 more than West; a difference beyond chance.");
});
