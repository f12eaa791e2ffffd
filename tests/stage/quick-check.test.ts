import { describe, expect, test } from "vitest";
import { z } from "zod";
import { quickCheck } from "../../scripts/stage/quick-check.ts";
import { loadTables } from "../../scripts/tools/registry.ts";

const columns = (await loadTables()).flatMap(({ id, columns: all }) =>
  Object.entries(all).map(([name, column]) => [`${id}.${name}`, column] as const),
);

const VALUES = [
  "",
  "REQ-1",
  "1.18E+11",
  "2026Q3",
  "2026Q5",
  "2026-09",
  "2026",
  "必须",
  0,
  -1,
  0.5,
  1,
  3,
  5.5,
  1001,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
];

test.each(columns)("quickCheck of %s takes nothing that its contract refuses", (_, { schema }) => {
  const isSound = quickCheck(schema);
  expect(VALUES.filter((value) => isSound(value) && !schema.safeParse(value).success)).toEqual([]);
});

describe("quickCheck(schema) takes at once", () => {
  test.each([
    ["a text", z.string(), "x"],
    ["a text of a form", z.string().regex(/^\d{4}$/), "2026"],
    ["a number within bounds", z.number().min(0).max(1), 0.5],
    ["a whole number", z.int(), 5],
    ["a value that may be missing", z.number().min(0).nullable(), 5],
  ])("%s", (_, schema, value) => {
    expect(quickCheck(schema)(value)).toBe(true);
  });
});

test.each([
  ["a bound that is left out", z.number().gt(0), 1],
  ["a length", z.string().max(3), "abc"],
  ["a check of its own", z.string().refine((value) => value !== "x"), "x"],
  ["a choice", z.enum(["a"]), "a"],
])("quickCheck(schema) leaves %s to the schema", (_, schema, value) => {
  expect(quickCheck(schema)(value)).toBe(false);
});
