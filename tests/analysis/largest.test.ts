import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_NAMED, partLargest } from "../../src/analysis/largest.ts";
import { assertProperty } from "../core/property.ts";

const sizeOf = (size: number) => size;
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("partLargest(all)", () => {
  test("names all where none would be saved", () => {
    const all = upTo(MOST_NAMED + 1);
    expect(partLargest(all, { sizeOf })).toEqual({ named: all, others: [] });
  });

  test("names the largest in their own order", () => {
    expect(partLargest(upTo(30), { sizeOf })).toEqual({ named: upTo(30).slice(10), others: upTo(10) });
  });

  test("names what is chosen before what is larger", () => {
    const { named } = partLargest(upTo(30), { sizeOf, isChosen: (each) => each === 3 });
    expect(named).toEqual([3, ...upTo(30).slice(11)]);
  });

  test("of equals names the first", () => {
    expect(partLargest(upTo(30), { sizeOf: () => 1 }).named).toEqual(upTo(MOST_NAMED));
  });

  test("loses none and names none twice", () => {
    assertProperty(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 60 }), (all) => {
        const { named, others } = partLargest(all, { sizeOf: (each) => each % 7, isChosen: (each) => each % 5 === 0 });
        expect([...named, ...others].sort((a, b) => a - b)).toEqual([...all].sort((a, b) => a - b));
        expect(named.length).toBeLessThanOrEqual(MOST_NAMED + 1);
      }),
    );
  });
});
