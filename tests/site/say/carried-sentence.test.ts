import { describe, expect, test } from "vitest";
import type { Contribution } from "../../../src/analysis/contributions.ts";
import { LOCALES } from "../../../src/core/text.ts";
import type { MetricDefinition } from "../../../src/cube/metric.ts";
import { mean } from "../../../src/cube/parts.ts";
import { languageOf } from "../../../src/i18n/languages.ts";
import { figureFor } from "../../../src/site/all-kinds.ts";
import { metrics } from "../../../src/site/registry.ts";
import { carriedSentence } from "../../../src/site/say/carried-sentence.ts";
import { rates, sums } from "../../analysis/changes.ts";
import { tinyMetric } from "../../cube/tiny.ts";
import { byTurns, type Histories, historySite, inMonths } from "../history-site.ts";
import { pageFor, SITE, text } from "../tiny-site.ts";

const KEPT: Partial<MetricDefinition> = { unit: "share", better: "higher", cases: text("到期承诺", "promises due") };
const COST: Partial<MetricDefinition> = { unit: "cny", cases: text("返工", "reworks") };

const plain = (words: string | null) => words?.replaceAll("\u00a0", " ") ?? null;

/** What is said of contributions by region, or by what is given, in Chinese and in English. */
const said = (given: Partial<MetricDefinition>, contributions: Contribution[], dimension = "region", site = SITE) =>
  LOCALES.map((locale) =>
    plain(carriedSentence(pageFor({}, locale, site), tinyMetric({ value: mean("x"), ...given }), { dimension, contributions })),
  );

describe("carriedSentence says of a change that was carried by", () => {
  test.each<[string, Partial<MetricDefinition>, Contribution[], string | null, string | null]>([
    [
      "two members alike, together",
      COST,
      sums({ east: [10_000, 30_000], west: [10_000, 30_000], south: [90_000, 90_000] }),
      "主要由东区、西区的返工带动：+4.00 万元。",
      "Mostly reworks in East, West (+¥40.0K).",
    ],
    [
      "one member, for the worse",
      KEPT,
      rates({
        east: [
          [0.9, 0.9],
          [50, 50],
        ],
        west: [
          [0.9, 0.6],
          [20, 20],
        ],
        south: [
          [0.9, 0.9],
          [30, 30],
        ],
      }),
      "主要由西区的到期承诺带动：−6.0 个百分点。",
      "Mostly promises due in West (−6.0 pts).",
    ],
    [
      "one member, for the better",
      KEPT,
      rates({
        east: [
          [0.9, 0.9],
          [50, 50],
        ],
        west: [
          [0.6, 0.9],
          [20, 20],
        ],
        south: [
          [0.9, 0.9],
          [30, 30],
        ],
      }),
      "主要由西区的到期承诺带动：+6.0 个百分点。",
      "Mostly promises due in West (+6.0 pts).",
    ],
    [
      "a small member by less than half",
      COST,
      sums({ east: [90_000, 102_000], west: [5_000, 15_000], south: [5_000, 7_000] }),
      "西区的返工最突出：+1.00 万元（整体 +2.40 万元）。",
      "Reworks in West stand out: +¥10.0K of +¥24.0K.",
    ],
    [
      "a member that exceeds the whole",
      KEPT,
      rates({
        east: [
          [0.7, 0.778],
          [50, 50],
        ],
        west: [
          [0.9, 0.5],
          [30, 30],
        ],
        south: [
          [0.9, 0.9],
          [20, 20],
        ],
      }),
      "西区的到期承诺带来 −12.0 个百分点，超过整体的变化（−8.1 个百分点）；其余部分抵消了 3.9 个百分点。",
      "Promises due in West alone moved it by −12.0 pts, more than the whole change (−8.1 pts); the others offset 3.9 pts.",
    ],
    [
      "one that exceeds the whole by next to nothing",
      COST,
      sums({ east: [50_000, 49_000], west: [20_000, 50_000] }),
      "主要由西区的返工带动：+3.00 万元。",
      "Mostly reworks in West (+¥30.0K).",
    ],
    [
      "the mix, by a member whose share grew",
      KEPT,
      rates({
        east: [
          [0.9, 0.9],
          [80, 40],
        ],
        west: [
          [0.5, 0.5],
          [20, 60],
        ],
      }),
      "主要因构成变化：“西区”的占比由 20.0 % 升至 60.0 %。",
      "Mostly a shift in mix: the share of “West” grew from 20.0% to 60.0%.",
    ],
    [
      "the mix, by one whose share shrank",
      KEPT,
      rates({
        east: [
          [0.9, 0.9],
          [40, 40],
        ],
        west: [
          [0.4, 0.4],
          [40, 5],
        ],
        south: [
          [0.8, 0.8],
          [20, 20],
        ],
      }),
      "主要因构成变化：“西区”的占比由 40.0 % 降至 7.7 %。",
      "Mostly a shift in mix: the share of “West” shrank from 40.0% to 7.7%.",
    ],
    [
      "the mix against every member (Simpson)",
      KEPT,
      rates({
        east: [
          [0.9, 0.95],
          [91, 18.3],
        ],
        west: [
          [0.5, 0.6],
          [9, 81.7],
        ],
      }),
      "整体下降，但各区域都上升：来自西区的占比增大（9.0 % → 81.7 %）。",
      "The whole fell although every region rose: more of it came from West (9.0% → 81.7%).",
    ],
    [
      "the same the other way round",
      KEPT,
      rates({
        east: [
          [0.95, 0.9],
          [20, 50],
        ],
        west: [
          [0.4, 0.38],
          [60, 8],
        ],
        south: [
          [0.9, 0.85],
          [20, 42],
        ],
      }),
      "整体上升，但各区域都下降：来自西区的占比减小（60.0 % → 8.0 %）。",
      "The whole rose although every region fell: less of it came from West (60.0% → 8.0%).",
    ],
    [
      "all alike",
      KEPT,
      rates({
        east: [
          [0.9, 0.8],
          [50, 50],
        ],
        west: [
          [0.5, 0.4],
          [20, 20],
        ],
        south: [
          [0.7, 0.6],
          [30, 30],
        ],
      }),
      "各区域变化大致相近，没有特别突出的。",
      "No region stands out: all changed roughly alike.",
    ],
    [
      "a member whose part is shown as 0",
      KEPT,
      rates({
        east: [
          [0.9, 0.9],
          [50, 50],
        ],
        west: [
          [0.9, 0.8998],
          [20, 20],
        ],
      }),
      null,
      null,
    ],
  ])("%s", (_, metric, contributions, zh, en) => {
    expect(said(metric, contributions)).toEqual([zh, en]);
  });
});

describe("a member is spoken of with what the metric counts", () => {
  const named = (zh: string, en: string) => ({ label: text(zh, en), members: [{ id: "it", label: text(zh, en) }] });
  const siteBy = (dimension: string, zh: string, en: string) => {
    const { manifest } = SITE.cubes;
    return { ...SITE, cubes: { ...SITE.cubes, manifest: { ...manifest, dimensions: [{ id: dimension, ...named(zh, en) }] } } };
  };

  test.each<[string, string, [zh: string, en: string], [zh: string, en: string], string, string]>([
    [
      "decisions",
      "department",
      ["业务部", "Sales"],
      ["立项需求", "approved requirements"],
      "业务部提报的立项需求",
      "approved requirements from Sales",
    ],
    ["promises", "department", ["研发部", "R&D"], ["到期承诺", "promises due"], "研发部的到期承诺", "promises due from R&D"],
    ["responses", "department", ["研发部", "R&D"], ["已响应请求", "requests answered"], "研发部的已响应请求", "requests answered by R&D"],
    ["delay_losses", "department", ["研发部", "R&D"], ["丢失的商机", "lost deals"], "因研发部延误丢失的商机", "lost deals due to R&D"],
    ["goals", "department", ["市场部", "Marketing"], ["到期目标", "goals whose period ended"], "市场部的到期目标", "goals of Marketing"],
    [
      "meeting_departments",
      "department",
      ["财务部", "Finance"],
      ["会议", "meetings of departments"],
      "财务部参加的会议",
      "meetings with Finance",
    ],
    ["goals", "level", ["部门", "Department"], ["到期目标", "goals whose period ended"], "部门目标", "department goals"],
    ["survey_answers", "side", ["销售", "Sales"], ["回答", "answers"], "销售的回答", "answers from Sales"],
    ["survey_answers", "item", ["目标一致", "Same goals"], ["回答", "answers"], "“目标一致”的回答", "answers to “Same goals”"],
    ["promises", "promise", ["首次响应", "First response"], ["到期承诺", "promises due"], "首次响应", "first responses"],
    [
      "lead_decisions",
      "source",
      ["展会", "Exhibition"],
      ["有结论的线索", "settled leads"],
      "展会有结论的线索",
      "settled leads from Exhibition",
    ],
    [
      "delay_losses",
      "delay_cause",
      ["待复盘", "Not reviewed yet"],
      ["丢失的商机", "lost deals"],
      "丢失的商机（待复盘）",
      "lost deals under “Not reviewed yet”",
    ],
  ])("of %s by %s", (fact, dimension, [zh, en], [things, thingsEn], phrase, phraseEn) => {
    const contributions = sums({ it: [10, 30], other: [90, 90] });
    expect(said({ fact, cases: text(things, thingsEn) }, contributions, dimension, siteBy(dimension, zh, en))).toEqual([
      `主要由${phrase}带动：+20。`,
      `Mostly ${phraseEn} (+20).`,
    ]);
  });

  test.each(LOCALES)("by phrases that all are of a dimension or a fact of the site: %s", (locale) => {
    const known = metrics.flatMap(({ fact, dimensions }) => dimensions.flatMap((id) => [id, `${fact}.${id}`]));
    const { any, ...phrases } = languageOf(locale).words.carried.things;
    expect(any("", "")).not.toBe("");
    expect(Object.keys(phrases).filter((key) => !known.includes(key))).toEqual([]);
  });
});

describe("a figure of carriers", () => {
  const sentences = (...histories: Histories[]) =>
    LOCALES.map((locale) => figureFor(pageFor({}, locale, historySite(...histories)), "carriers kept")).map((figure) =>
      figure ? plain(figure.sentence) : null,
    );
  const usual = byTurns(80, 81);

  test("is there for a signal, with its sentence", () => {
    const slipped = { region: "west", kept: byTurns(80, 81, inMonths([0, 2], 40)) };
    expect(sentences({ kept: usual }, slipped, { region: "south", kept: usual })).toEqual([
      "主要由西区的到期承诺带动：−13.6 个百分点。",
      "Mostly promises due in West (−13.6 pts).",
    ]);
  });

  test("is not there where nothing happened", () => {
    expect(sentences({ kept: usual }, { region: "west", kept: byTurns(70, 71) })).toEqual([null, null]);
  });
});
