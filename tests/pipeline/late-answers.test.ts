import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyRecord, type SurveyRecord, surveyRecord } from "../../scripts/protect/record.ts";
import type { SurveyScale } from "../../src/core/survey-scale.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import { type Indicator, recoverableBelow } from "../analysis/recover.ts";
import { assertAsyncProperty } from "../core/property.ts";
import { openWorkshop, type Workshop } from "../facts/workshop.ts";
import { openBuilt } from "./sample.ts";
import { answers, invite, MINIMUM, publishSurvey, type Survey } from "./survey-builds.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

/** One who takes a survey of one item. */
interface Person {
  department: string;
  score: number;
}

const people = (department: string, count: number, score = 3): Person[] => Array.from({ length: count }, () => ({ department, score }));

const sideOf = (department: string) => (department === "sales" ? "sales" : "support");
const INVITED = ["sales", "service", "legal", "hr", "finance"];

const surveyOf = (answering: readonly Person[]): Survey => ({
  survey: answering.flatMap(({ department, score }) => answers(department, "process_clear", [score], sideOf(department))),
  invited: INVITED.map((department) => invite(department, 40, sideOf(department))),
});

const cellsOf = (built: Awaited<ReturnType<typeof publishSurvey>>, fact = "survey_answers") =>
  openBuilt(built).cells(fact).toArray() as Cell[];

/** The people behind each published number of a build, given that it is up to date. */
const setsOf = (cells: readonly Cell[], answering: readonly Person[]): Person[][] => {
  const hidden = cells.filter((cell) => cell["is_hidden"] === true);
  const poolOf = ({ department }: Person) => hidden.find((mark) => mark["department"] === department)?.["pool"] ?? null;
  const isIn = (cell: Cell, person: Person) =>
    cell["pool"] === null ? person.department === cell["department"] && poolOf(person) === null : poolOf(person) === cell["pool"];
  return cells.filter((cell) => cell["is_hidden"] !== true).map((cell) => answering.filter((person) => isIn(cell, person)));
};

/** Builds one after the other, as a company does; what each publishes, and whether it held something back. */
async function buildAll(builds: readonly (readonly Person[])[], scale?: SurveyScale) {
  let published: SurveyRecord = emptyRecord(MINIMUM, "", scale);
  const seen: { cells: Cell[]; participation: Cell[]; isHeld: boolean; sets: Person[][] }[] = [];
  for (const answering of builds) {
    const built = await publishSurvey(workshop, surveyOf(answering), published);
    published = surveyRecord.parse(JSON.parse(JSON.stringify(built.record)));
    const [cells, isHeld] = [cellsOf(built), built.heldBack.length > 0];
    const sets = isHeld ? (seen.at(-1)?.sets ?? []) : setsOf(cells, answering);
    seen.push({ cells, participation: cellsOf(built, "survey_participation"), isHeld, sets });
  }
  return seen;
}

const START = [...people("sales", 9), ...people("service", 12), ...people("legal", 7), ...people("hr", 3), ...people("finance", 6)];
const late = (department: string, count: number) =>
  people(department, count).map((person, i) => ({ ...person, score: i % 2 === 0 ? 5 : 2 }));

describe("a quarter that was published", () => {
  test.each<[string, Person[]]>([
    ["one late answer", [...START, ...late("service", 1)]],
    ["four late answers", [...START, ...late("service", 4)]],
    ["an answer taken back", START.slice(1)],
    ["a corrected answer", [{ department: "sales", score: 1 }, ...START.slice(1)]],
    ["one answer for another", [...START.slice(1), { department: "sales", score: 5 }]],
    ["a hidden group of three that grew to six", [...START, ...late("hr", 3)]],
    ["a hidden group of three that grew to six, and enough in another", [...START, ...late("hr", 3), ...late("sales", 9)]],
    ["a new group below the minimum", [...START, ...late("plant", 3)]],
    ["late ones who are all favourable", [...START, ...people("service", 6, 5)]],
    ["everybody of a group gone", START.filter(({ department }) => department !== "sales")],
    [
      "a pool with one group that is as good as alone",
      [...START.filter(({ department }) => !["finance", "legal"].includes(department)), ...late("legal", 2), ...late("hr", 60)],
    ],
  ])("stays as it was, to the last cell: %s", async (_, changed) => {
    const [first, second] = await buildAll([START, changed]);
    expect(second?.isHeld).toBe(true);
    expect(second?.cells).toEqual(first?.cells);
    expect(second?.participation).toEqual(first?.participation);
  });

  test.each([
    ["all are as favourable as can be", [10, 10, 10, 10, 10, 10], true],
    ["none is", [8, 8, 3, 0, 8, 8], true],
    ["some are", [10, 10, 8, 2, 9, 0], false],
  ])("on a scale of 0 to 10 holds late answers back of which %s, %j: %s", async (_, given, isHeld) => {
    const scale = { least: 0, most: 10, favourable: 9 };
    const [first, second] = await buildAll([START, [...START, ...given.flatMap((score) => people("service", 1, score))]], scale);
    expect([first?.isHeld, second?.isHeld]).toEqual([false, isHeld]);
  });

  test("is published again when enough people were added, with the groups that were hidden hidden still", async () => {
    const [first, second] = await buildAll([START, [...START, ...late("service", 6), ...late("hr", 20)]]);
    const groupsOf = (cells: readonly Cell[] = []) => cells.map((cell) => [cell["department"], cell["pool"], cell["is_hidden"]].join());
    expect(second?.isHeld).toBe(false);
    expect(groupsOf(second?.cells)).toEqual(groupsOf(first?.cells));
    expect(second?.cells.map((cell) => cell["count__is_answered"])).not.toEqual(first?.cells.map((cell) => cell["count__is_answered"]));
  });

  test("is the same, and holds nothing back, when nothing changed", async () => {
    const [first, second] = await buildAll([START, START]);
    expect(second).toEqual(first);
    expect(second?.isHeld).toBe(false);
  });

  test("shows a side that was left out once enough of it have answered, since nothing of it was published", async () => {
    const small = START.filter(({ department }) => department !== "sales");
    const [first, second] = await buildAll([
      [...small, ...people("sales", 3)],
      [...small, ...people("sales", 8)],
    ]);
    const salesOf = (cells: readonly Cell[] = []) => cells.filter((cell) => cell["side"] === "sales").map((cell) => cell["is_hidden"]);
    expect([salesOf(first?.cells), salesOf(second?.cells)]).toEqual([[true], [false]]);
  });
});

/** What may happen to answers between two builds. */
const happenings = fc.array(
  fc.record({
    department: fc.constantFrom(...INVITED),
    added: fc.nat({ max: 30 }),
    removed: fc.nat({ max: 6 }),
    corrected: fc.nat({ max: 3 }),
  }),
  { maxLength: 3 },
);

/** The same answers are the same object, so that a corrected one is another. */
function after(
  answering: readonly Person[],
  changes: readonly { department: string; added: number; removed: number; corrected: number }[],
): Person[] {
  return changes.reduce<Person[]>(
    (all, { department, added, removed, corrected }) => {
      const [own, others] = [
        all.filter((person) => person.department === department),
        all.filter((person) => person.department !== department),
      ];
      const kept = own.slice(removed).map((person, i) => (i < corrected ? { ...person, score: (person.score % 5) + 1 } : person));
      return [...others, ...kept, ...Array.from({ length: added }, (_, i) => ({ department, score: (i % 5) + 1 }))];
    },
    [...answering],
  );
}

describe("of random sequences of builds", () => {
  const sequences = fc.tuple(fc.tuple(...INVITED.map(() => fc.nat({ max: 12 }))), fc.array(happenings, { minLength: 1, maxLength: 3 }));

  test("all that was ever published gives the answers of no group below the minimum", async () => {
    let changed = 0;
    await assertAsyncProperty(
      fc.asyncProperty(sequences, async ([sizes, changes]) => {
        const start = INVITED.flatMap((department, i) =>
          Array.from({ length: sizes[i] ?? 0 }, (_, k) => ({ department, score: (k % 5) + 1 })),
        );
        const builds: Person[][] = [start];
        for (const change of changes) builds.push(after(builds.at(-1) ?? [], change));
        const seen = await buildAll(builds);
        const everybody = [...new Set(builds.flat())];
        const sets = seen.flatMap((build) => build.sets);
        const indicators: Indicator[] = sets.map((set) => everybody.map((person) => Number(set.includes(person))));
        expect(recoverableBelow(indicators, MINIMUM)).toBeNull();
        changed += seen.slice(1).filter(({ isHeld }) => !isHeld).length;
      }),
      25,
    );
    expect(changed).toBeGreaterThan(0);
  });
});
