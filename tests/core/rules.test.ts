import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choice, date, integer, key, timestamp } from "../../src/core/columns.ts";
import {
  dropping,
  exactlyWhen,
  noMoreThan,
  notAfter,
  notBefore,
  notBoth,
  onlyWhen,
  onlyWith,
  type RuleOn,
  unless,
} from "../../src/core/rules.ts";
import { keeps } from "./keeps.ts";
import { assertProperty } from "./property.ts";

const NAMED = { label: { zh: "列", en: "Column" }, description: { zh: "列。", en: "A column." } };
const said = { ...NAMED, publish: "never", example: "", required: false } as const;

const COLUMNS = {
  opened_on: date(said),
  due_on: date(said),
  closed_on: date(said),
  opened_at: timestamp(said),
  closed_at: timestamp(said),
  note: key(said),
  fate: choice({ ...said, values: { lost: { zh: "丢", en: "Lost" }, won: { zh: "赢", en: "Won" } } }),
  part: integer(said),
  whole: integer(said),
};

type Given = Parameters<typeof keeps>[0];

const isKept = (rule: RuleOn<typeof COLUMNS>, row: Given) => keeps(row, rule(COLUMNS));
const on = (day: number) => Date.UTC(2026, 2, day) / 86_400_000;
const at = (time: string) => Date.parse(`2026-03-${time}Z`);

const CASES: readonly [name: string, rule: RuleOn<typeof COLUMNS>, kept: Given[], broken: Given[]][] = [
  [
    "notBefore of two days",
    notBefore("closed_on", "opened_on"),
    [{}, { opened_on: on(2) }, { opened_on: on(2), closed_on: on(2) }],
    [{ opened_on: on(2), closed_on: on(1) }, { closed_on: on(2) }],
  ],
  [
    "notBefore of two times, by the minute",
    notBefore("closed_at", "opened_at"),
    [{ opened_at: at("02T09:00:30"), closed_at: at("02T09:00") }],
    [{ opened_at: at("02T09:00"), closed_at: at("02T08:59:59") }],
  ],
  [
    "notBefore of a time and a day, by the day",
    notBefore("closed_at", "opened_on"),
    [{ opened_on: on(2), closed_at: at("02T00:00") }],
    [{ opened_on: on(2), closed_at: at("01T23:59:59") }],
  ],
  [
    "notBefore of a day and a time, by the day",
    notBefore("closed_on", "opened_at"),
    [{ opened_at: at("02T09:00"), closed_on: on(2) }],
    [{ opened_at: at("02T09:00"), closed_on: on(1) }],
  ],
  [
    "notBefore of several others, as far as they are known",
    notBefore("closed_on", "opened_on", "due_on"),
    [
      { opened_on: on(2), closed_on: on(2) },
      { opened_on: on(2), due_on: on(3), closed_on: on(3) },
    ],
    [{ opened_on: on(2), due_on: on(3), closed_on: on(2) }, { closed_on: on(2) }],
  ],
  [
    "notAfter of two times, by the minute",
    notAfter("opened_at", "closed_at"),
    [{ opened_at: at("02T09:00:30"), closed_at: at("02T09:00") }, { opened_at: at("02T09:00") }, { closed_at: at("02T09:00") }],
    [{ opened_at: at("02T09:01"), closed_at: at("02T09:00:59") }],
  ],
  ["onlyWith", onlyWith("fate", "closed_on"), [{}, { closed_on: on(1) }, { fate: "won", closed_on: on(1) }], [{ fate: "won" }]],
  [
    "exactlyWhen",
    exactlyWhen("note", "fate", "lost"),
    [{}, { fate: "won" }, { fate: "lost", note: "x" }],
    [{ fate: "lost" }, { fate: "won", note: "x" }, { note: "x" }],
  ],
  [
    "onlyWhen",
    onlyWhen("note", "fate", "lost"),
    [{}, { fate: "lost" }, { fate: "lost", note: "x" }],
    [{ fate: "won", note: "x" }, { note: "x" }],
  ],
  ["unless", unless("note", "fate", "won"), [{ note: "x" }, { fate: "won" }, { fate: "won", note: "x" }], [{}, { fate: "lost" }]],
  ["notBoth", notBoth("note", "part"), [{}, { note: "x" }, { part: 0 }], [{ note: "x", part: 0 }]],
  ["noMoreThan", noMoreThan("part", "whole"), [{}, { whole: 1 }, { part: 0 }, { part: 1, whole: 1 }], [{ part: 2, whole: 1 }, { part: 1 }]],
];

test.each(CASES)("%s holds where it should, and nowhere else", (_, rule, kept, broken) => {
  expect(kept.filter((row) => !isKept(rule, row))).toEqual([]);
  expect(broken.filter((row) => isKept(rule, row))).toEqual([]);
});

test("notBefore of one column and notAfter of the other say the same of two moments that are known", () => {
  const moment = fc.integer({ min: -90_000_000, max: 90_000_000 });
  assertProperty(
    fc.property(moment, moment, (opened_at, closed_at) => {
      const row = { opened_at, closed_at };
      expect(isKept(notBefore("closed_at", "opened_at"), row)).toBe(isKept(notAfter("opened_at", "closed_at"), row));
    }),
  );
});

describe("a rule", () => {
  test("rejects the record by itself, and costs it a value when it is dropping", () => {
    const rule = notBoth("note", "part");
    expect([rule(COLUMNS).drops, dropping(rule)(COLUMNS)]).toEqual([false, { ...rule(COLUMNS), drops: true, holds: expect.any(Function) }]);
  });

  test("blames its first column, and says of days that they are days", () => {
    expect([notBefore("closed_on", "opened_on"), notAfter("opened_on", "closed_on")].map((rule) => rule(COLUMNS))).toMatchObject([
      { columns: ["closed_on", "opened_on"], reason: { code: "not-before", moment: "day", columns: ["opened_on"] } },
      { columns: ["opened_on", "closed_on"], reason: { code: "not-after", moment: "day", column: "closed_on" } },
    ]);
  });
});
