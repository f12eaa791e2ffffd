import { beforeAll, describe, expect, test } from "vitest";
import { FAMILIES, type FamilyName } from "../../scripts/bench/chance/still-pages.ts";
import { type StillSignals, stillSignals } from "../../scripts/bench/chance/still-signals.ts";
import { stillText } from "../../scripts/bench/chance/still-text.ts";

const LEVEL = 0.05;

/** Four pages each: two hundred, worth some 120 to 200 that have nothing to do with each other. */
const COMPANIES = 50;

/**
 * With 120 pages a share of .03, as most families have in larger simulations, is above it once in a hundred times; one of .12, which would
 * be a fault, is below it once in twenty.
 */
const HIGHEST = 0.07;

let rows: StillSignals[] = [];
beforeAll(async () => {
  rows = await stillSignals(COMPANIES);
  console.log(stillText(rows));
});

const signalsOf = (name: FamilyName): StillSignals => {
  const found = rows.find(({ family }) => family === name);
  if (!found) throw new Error(`unknown family: ${name}; there are ${rows.map(({ family }) => family).join(", ")}`);
  return found;
};

const NAMES = Object.keys(FAMILIES) as FamilyName[];

describe("of whole companies in which nothing happens, at most one page in twenty has any signal", () => {
  test.each(NAMES)("among the family: %s", (name) => {
    const { pages, share, interval } = signalsOf(name);
    expect(pages).toBeGreaterThanOrEqual(200);
    expect(interval[0]).toBeLessThanOrEqual(LEVEL);
    expect(share).toBeLessThanOrEqual(HIGHEST);
  });

  test("a department to talk to first is named on one page in forty at most, since only what got worse names one", () => {
    expect(signalsOf("department to talk to first").interval[0]).toBeLessThanOrEqual(LEVEL / 2);
  });

  test.each(NAMES)("while three rules on limits say something on every second, among the family: %s", (name) => {
    expect(signalsOf(name).limits).toBeGreaterThan(0.5);
  });
});
