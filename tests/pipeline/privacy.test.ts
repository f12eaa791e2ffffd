import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../scripts/engine/engine.ts";
import { loadFacts } from "../../scripts/facts/facts.ts";
import { emptyRecord } from "../../scripts/protect/record.ts";
import { SURVEY_SCALE, type SurveyScale } from "../../src/core/survey-scale.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { doubtColumns } from "../../src/cube/component.ts";
import { isRecoverable } from "../analysis/recover.ts";
import { openWorkshop, type Workshop } from "../facts/workshop.ts";
import { type Figure, figuresOf, PROTECTED, type Published } from "./published.ts";
import { buildSample, openBuilt } from "./sample.ts";
import { answers, invite, MINIMUM, publishSurvey, type Survey, scores } from "./survey-builds.ts";

/** Surveys made to be hard for the pooling. */
const SURVEYS: Record<string, Survey & { scale?: SurveyScale }> = {
  "small groups that answered different items": {
    survey: [
      ...answers("hr", "process_clear", scores(3)),
      ...answers("finance", "mechanism_goals", scores(4)),
      ...answers("legal", "process_clear", scores(6)),
      ...answers("legal", "mechanism_goals", scores(6)),
      ...answers("service", "process_clear", scores(9)),
      ...answers("service", "mechanism_goals", scores(9)),
    ],
    invited: [invite("hr", 4), invite("finance", 4), invite("legal", 7), invite("service", 9)],
  },
  "a pool of one and four": {
    survey: [
      ...answers("hr", "process_clear", scores(1)),
      ...answers("finance", "process_clear", scores(4)),
      ...answers("legal", "process_clear", scores(6)),
      ...answers("service", "process_clear", scores(9)),
    ],
    invited: [invite("hr", 4), invite("finance", 6), invite("legal", 7), invite("service", 9)],
  },
  "a pool with an item that only one of its groups answered": {
    survey: [
      ...answers("hr", "process_clear", scores(3)),
      ...answers("finance", "process_clear", scores(4)),
      ...answers("finance", "mechanism_goals", scores(6)),
      ...answers("service", "process_clear", scores(9)),
      ...answers("service", "mechanism_goals", scores(9)),
    ],
    invited: [invite("hr", 4), invite("finance", 6), invite("service", 9)],
  },
  "a small group beside one that nobody answered in": {
    survey: [
      ...answers("hr", "process_clear", scores(4)),
      ...answers("legal", "process_clear", scores(7)),
      ...answers("service", "process_clear", scores(8)),
    ],
    invited: [invite("hr", 4), invite("finance", 9), invite("legal", 7), invite("service", 9)],
  },
  "a group that is small behind one item only": {
    survey: [
      ...answers("hr", "process_clear", scores(8)),
      ...answers("hr", "mechanism_goals", [1, 2, null, null, null, null, null, null]),
      ...answers("service", "process_clear", scores(9)),
      ...answers("service", "mechanism_goals", scores(9)),
      ...answers("legal", "process_clear", scores(9)),
      ...answers("legal", "mechanism_goals", scores(9)),
    ],
    invited: [invite("hr", 8), invite("service", 9), invite("legal", 9)],
  },
  "a small group whose mate was never invited": {
    survey: [
      ...answers("hr", "process_clear", scores(3)),
      ...answers("finance", "process_clear", scores(4)),
      ...answers("legal", "process_clear", scores(7)),
      ...answers("service", "process_clear", scores(8)),
    ],
    invited: [invite("hr", 4), invite("legal", 7), invite("service", 9)],
  },
  "groups in which everybody, and nobody, is favourable": {
    survey: [
      ...answers("hr", "process_clear", Array(6).fill(5)),
      ...answers("legal", "process_clear", Array(7).fill(1)),
      ...answers("plant", "process_clear", Array(20).fill(4)),
      ...answers("service", "process_clear", Array(3).fill(5)),
      ...answers("rnd", "process_clear", [...Array(6).fill(5), 3], "rnd"),
    ],
    invited: [invite("hr", 6), invite("legal", 8), invite("plant", 21), invite("service", 4), invite("rnd", 7, "rnd")],
  },
  "groups in which everybody, and nobody, is favourable, from 0 to 10": {
    scale: { least: 0, most: 10, favourable: 9 },
    survey: [
      ...answers("hr", "process_clear", Array(6).fill(10)),
      ...answers("legal", "process_clear", Array(7).fill(0)),
      ...answers("plant", "process_clear", Array(20).fill(9)),
      ...answers("service", "process_clear", Array(3).fill(10)),
      ...answers("rnd", "process_clear", [...Array(6).fill(10), 8], "rnd"),
    ],
    invited: [invite("hr", 6), invite("legal", 8), invite("plant", 21), invite("service", 4), invite("rnd", 7, "rnd")],
  },
  "groups in which everybody, and nobody, is favourable, from 1 to 4": {
    scale: { least: 1, most: 4, favourable: 3 },
    survey: [
      ...answers("hr", "process_clear", Array(6).fill(4)),
      ...answers("legal", "process_clear", Array(7).fill(1)),
      ...answers("plant", "process_clear", Array(20).fill(3)),
      ...answers("service", "process_clear", Array(3).fill(4)),
      ...answers("rnd", "process_clear", [...Array(6).fill(4), 2], "rnd"),
    ],
    invited: [invite("hr", 6), invite("legal", 8), invite("plant", 21), invite("service", 4), invite("rnd", 7, "rnd")],
  },
  "a side of one small group": {
    survey: [...answers("hr", "process_clear", scores(3)), ...answers("rnd", "process_clear", scores(8), "rnd")],
    invited: [invite("hr", 4), invite("rnd", 9, "rnd")],
  },
  "one department on two sides, small on one": {
    survey: [
      ...answers("hr", "process_clear", scores(3)),
      ...answers("hr", "process_clear", scores(8), "sales"),
      ...answers("service", "process_clear", scores(8)),
    ],
    invited: [invite("hr", 4), invite("hr", 9, "sales"), invite("service", 9)],
  },
};

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

const publish = (survey: Survey, scale?: SurveyScale) => publishSurvey(workshop, survey, emptyRecord(MINIMUM, "", scale));

const allFigures = async (built: Published) => (await Promise.all(PROTECTED.map((fact) => figuresOf(built, fact)))).flat();

/** Hidden groups whose figure follows from the published ones. */
const recovered = ({ name, groups, hidden, published }: Figure) =>
  hidden.filter((group) => isRecoverable(published, group, groups.length)).map((group) => `${name}: ${groups[group]?.name}`);

describe.each([
  ["the sample", buildSample, SURVEY_SCALE] as const,
  ...Object.entries(SURVEYS).map(([name, survey]) => [name, () => publish(survey, survey.scale), survey.scale ?? SURVEY_SCALE] as const),
])("of %s", (_, build, { least, most, favourable }) => {
  let built: Published;
  let figures: Figure[];
  beforeAll(async () => {
    built = await build();
    figures = await allFigures(built);
  });
  afterAll(() => (built.engine === workshop.engine ? undefined : built.engine.close()));

  test("no hidden figure can be recovered from all that is published", () => {
    expect(figures.filter(({ hidden }) => hidden.length > 0)).not.toEqual([]);
    expect(figures.flatMap(recovered)).toEqual([]);
  });

  test("every published number is of the minimum of people, and of exactly the groups that it is said to add up", () => {
    for (const { groups, published, people } of figures) {
      expect(people.filter((count) => count < MINIMUM)).toEqual([]);
      expect(published.map((indicator) => indicator.reduce((sum, weight, i) => sum + weight * (groups[i]?.people ?? 0), 0))).toEqual(
        people,
      );
    }
  });

  test("every group below the minimum is hidden, with a mark that has no figures", () => {
    const small = figures.flatMap(({ name, groups, hidden }) =>
      groups.filter((group, i) => group.people < MINIMUM && !hidden.includes(i)).map((group) => `${name}: ${group.name}`),
    );
    expect(small).toEqual([]);
    const keys = new Set(["month", "side", "department", "item", "pool", "is_hidden"]);
    const marks = PROTECTED.flatMap(({ id }) => openBuilt(built).cells(id).toArray() as Cell[]).filter(
      (cell) => cell["is_hidden"] === true,
    );
    expect(marks.filter((mark) => Object.entries(mark).some(([key, value]) => !keys.has(key) && value !== 0))).toEqual([]);
  });

  test("no cell proves that all, or none, of its people are favourable", () => {
    for (const cell of openBuilt(built).cells("survey_answers").toArray() as Cell[]) {
      const n = Number(cell["count__is_answered"]);
      if (n === 0) continue;
      expect(Number(cell["count__is_favourable"])).toBeGreaterThanOrEqual(Math.max(1, n / 10));
      expect(Number(cell["count__is_favourable"])).toBeLessThanOrEqual(Math.min(n - 1, 0.9 * n));
      const points = Object.entries(cell).filter(
        ([name]) => name.startsWith("sum_score") && Number(cell[name.replace("sum", "count")]) > 0,
      );
      // among the greatest scores is one that is just not favourable, and among the least one that just is
      for (const [, sum] of points.filter(([name]) => !name.match(/__(more|less)$/)))
        expect([Number(sum) < (n - 1) * most + favourable, Number(sum) >= (n - 1) * least + favourable]).toEqual([true, true]);
    }
  });

  test("whatever depends on scores is published within limits", () => {
    const columns = openBuilt(built).cells("survey_answers").names;
    const { coded = [], dimensions = [] } = built.manifest.facts.find(({ id }) => id === "survey_answers") ?? {};
    const ofPeople = /^count(_score)?(__is_(answered|process|mechanism|sales|rnd)){0,2}$/;
    const known = new Set(["month", "pool", "is_hidden", ...dimensions, ...coded, ...coded.flatMap(doubtColumns)]);
    expect(coded.length).toBeGreaterThan(2);
    expect(columns.filter((name) => !known.has(name) && !ofPeople.test(name))).toEqual([]);
  });

  test("no flag distinguishes the groups of a pool: it follows from side, item and score", async () => {
    for (const { id, slice } of PROTECTED) {
      const columns = await rowsOf<{ column_name: string; column_type: string }>(built.engine, `describe facts.${id}`);
      const score = columns.some(({ column_name }) => column_name === "score") ? ["score"] : [];
      const keys = ["last_day", "side", ...(slice ? [slice] : []), ...score].join(", ");
      for (const { column_name: flag } of columns.filter(({ column_type }) => column_type === "BOOLEAN")) {
        const split = await rowsOf(built.engine, `select ${keys} from facts.${id} group by ${keys} having count(distinct ${flag}) > 1`);
        expect([flag, split]).toEqual([flag, []]);
      }
    }
  });

  test("nothing else is published of the survey: no counts by value, no dimension beside side, department and item", () => {
    const infos = built.manifest.facts.filter(({ tables }) => tables.some((table) => table.startsWith("survey")));
    expect(infos.map(({ id, pooling, counted }) => [id, pooling?.set, counted])).toEqual(PROTECTED.map(({ id }) => [id, "survey", []]));
    expect(
      infos.flatMap(({ dimensions }) => dimensions).filter((dimension) => !["side", "department", "item"].includes(dimension)),
    ).toEqual([]);
  });
});

describe("the search for hidden figures", () => {
  test("knows every fact of the survey", () => {
    expect(PROTECTED.map(({ id }) => id)).toEqual(loadFacts().flatMap(({ id, pooling }) => (pooling?.set === "survey" ? [id] : [])));
  });

  test("finds a small group when those that were hidden with it are shown", async () => {
    const built = await publish({
      survey: [
        ...answers("hr", "process_clear", scores(3)),
        ...answers("legal", "process_clear", scores(6)),
        ...answers("service", "process_clear", scores(8)),
      ],
      invited: [invite("hr", 4), invite("legal", 7), invite("service", 9)],
    });
    const figures = await allFigures(built);
    const naive = figures.map((figure) => ({
      ...figure,
      published: [
        ...figure.published,
        ...figure.groups.filter(({ people }) => people >= MINIMUM).map((shown) => figure.groups.map((group) => Number(group === shown))),
      ],
    }));
    expect(figures.flatMap(recovered)).toEqual([]);
    expect(naive.flatMap(recovered)).toContain("survey_answers 2026-03 process_clear: support hr");
    expect(naive.flatMap(recovered)).toContain("survey_participation 2026-03: support hr");
  });
});
