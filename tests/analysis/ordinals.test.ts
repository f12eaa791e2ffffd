import { expect, test } from "vitest";
import { isOrdinal } from "../../src/analysis/ordinals.ts";

test.each([
  ["age_class", true],
  ["rice_quarter", true],
  ["region", false],
  ["a_column_of_the_company", false],
])("isOrdinal(%j) is %j", (dimension, is) => {
  expect(isOrdinal(dimension)).toBe(is);
});
