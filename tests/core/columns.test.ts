import { describe, expect, test } from "vitest";
import { LARGEST_AMOUNT } from "../../src/core/amounts.ts";
import {
  amount,
  choice,
  date,
  flag,
  hours,
  integer,
  key,
  list,
  number,
  period,
  quarter,
  reference,
  text,
  timestamp,
} from "../../src/core/columns.ts";
import type { Reason } from "../../src/core/reason.ts";

const NAMED = { label: { zh: "列", en: "Column" }, description: { zh: "列。", en: "A column." } };
const said = { ...NAMED, publish: "never", example: "", required: true } as const;

const KEY = key(said);
const MANGLED: Reason = { code: "identifier" };

describe("an identifier that a spreadsheet turned into a number", () => {
  test.each(["1.18E+11", "1E+05", "-2.5E+10", "9.00719925474099E+15"])("%s is refused", (id) => {
    expect([KEY.check(id), reference({ ...said, references: "things.thing" }).check(id)]).toEqual([MANGLED, MANGLED]);
  });

  test.each(["118000000000", "E5", "1E", "REQ-1E5", "1.5"])("%s is taken", (id) => {
    expect(KEY.check(id)).toBeNull();
  });
});

describe("a text of a kind that has a form", () => {
  const CHOICE = choice({ ...said, values: { must: { zh: "必须", en: "Must" }, may: { zh: "可选", en: "May" } } });
  test.each([
    [quarter(said), ["2026Q3"], ["2026Q5", "Q1", "2026-09"], { code: "quarter" }],
    [period(said), ["2026", "2026-09", "2026Q1"], ["2026-13", "2026-9", "Q1"], { code: "period" }],
    [list(said), ["a", "a;b"], ["", "a b", "a;", ";"], { code: "list" }],
    [CHOICE, ["must", "may"], ["Must", ""], { code: "one-of", values: ["must", "may"] }],
  ] as const)("%#: is taken, or refused with its reason", (column, taken, refused, reason) => {
    expect(taken.map((value) => column.check(value))).toEqual(taken.map(() => null));
    expect(refused.map((value) => column.check(value))).toEqual(refused.map(() => reason));
  });
});

describe("a number is taken within its bounds, and else refused with the bound that it breaks", () => {
  const [tooLarge, fraction] = [{ code: "whole-up-to", max: 2_147_483_647 }, { code: "whole-number" }] as const;
  test.each([
    ["a number without bounds", number(said), -1e300, null],
    ["the least", number({ ...said, min: 0 }), 0, null],
    ["less than the least", number({ ...said, min: 0 }), -0.1, { code: "at-least", min: 0 }],
    ["the most", number({ ...said, max: 1 }), 1, null],
    ["more than the most", number({ ...said, max: 1 }), 1.01, { code: "at-most", max: 1 }],
    ["a whole number", integer({ ...said, min: 1, max: 5 }), 5, null],
    ["a whole number above its bound", integer({ ...said, min: 1, max: 5 }), 6, { code: "at-most", max: 5 }],
    ["a fraction", integer({ ...said, min: 1, max: 5 }), 1.5, fraction],
    ["a fraction out of bounds", integer({ ...said, min: 1, max: 5 }), 0.5, fraction],
    ["the largest whole number", integer(said), 2_147_483_647, null],
    ["a larger one", integer(said), 2_147_483_648, tooLarge],
    ["a larger negative one", integer({ ...said, min: 0 }), -2_147_483_648, tooLarge],
    ["the largest amount", amount(said), LARGEST_AMOUNT, null],
    ["a larger amount", amount(said), LARGEST_AMOUNT + 1, { code: "at-most", max: LARGEST_AMOUNT }],
    ["the least amount", amount(said), -LARGEST_AMOUNT, null],
    ["an amount below its own bound", amount({ ...said, min: 0 }), -1, { code: "at-least", min: 0 }],
    ["negative hours", hours(said), -1, { code: "at-least", min: 0 }],
    ["more hours than their own bound", hours({ ...said, max: 1000 }), 1001, { code: "at-most", max: 1000 }],
  ] as const)("%s", (_, column, value, reason) => {
    expect(column.check(value)).toEqual(reason);
  });
});

test("a text, a flag, a day and a moment are taken whatever they are", () => {
  const checked = [text(said).check("1.18E+11"), flag(said).check(false), date(said).check(-1), timestamp(said).check(0.5)];
  expect(checked).toEqual([null, null, null, null]);
});

test("an amount of money is in yuan, and one of time in hours", () => {
  expect([amount(said), hours(said)]).toMatchObject([
    { kind: "amount", unit: "cny" },
    { kind: "amount", unit: "hours" },
  ]);
});
