import { expect, test } from "vitest";
import { emptyRecord } from "../../scripts/protect/record.ts";
import { requireRecord } from "../../scripts/protect/require-record.ts";
import { parseMonth } from "../../src/core/periods.ts";

const MONTHS = new Map([["2026Q1", parseMonth("2026-03")]]);

/** A record of one cell, of so many people now and in all publications. */
const recordOf = (people: number, seen: number) => ({
  ...emptyRecord(5),
  quarters: {
    "2026Q1": {
      pools: [],
      facts: {
        survey_answers: {
          by: ["department", "is_hidden"],
          columns: ["department", "is_hidden", "count_score", "people", "people_seen"],
          rows: [["hr", false, people, people, seen]],
        },
      },
    },
  },
});

const frozenWith = (count: number) => [
  { snapshot: "2026Q1/v1", cellsOf: () => [{ department: "hr", is_hidden: false, month: parseMonth("2026-03"), count_score: count }] },
];

test("requireRecord passes what is published as it was frozen, or was recorded when it changed", () => {
  expect(() => requireRecord(recordOf(8, 8), frozenWith(8), MONTHS)).not.toThrow();
  expect(() => requireRecord(recordOf(20, 28), frozenWith(8), MONTHS)).not.toThrow();
});

test("requireRecord names the cells that were frozen otherwise, where the record was lost", () => {
  expect(() => requireRecord(recordOf(9, 9), frozenWith(8), MONTHS)).toThrow(
    "the survey of 2026Q1 has other figures in 2026Q1/v1 (survey_answers: department=hr, is_hidden=false), of which published/survey.json does not know",
  );
});
