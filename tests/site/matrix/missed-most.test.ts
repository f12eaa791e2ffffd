import { describe, expect, test } from "vitest";
import { randomStream } from "../../../scripts/sample/random.ts";
import { findPromise, pageOfPromise } from "../../../src/site/ask/promises.ts";
import { furthestOf, missedMost } from "../../../src/site/matrix/missed-most.ts";
import { MATRIX_SITE, matrixPage, siteWithout, type Told } from "../matrix-site.ts";

/** Of a promise, where it was missed more than elsewhere. */
function mostOf(words: string, told: Told = {}) {
  const [department = "", request_type = "", promise = ""] = words.split(" ");
  const promised = findPromise(told.site ?? MATRIX_SITE, { department, request_type, promise });
  if (!promised) throw new Error(`no promise: ${words}`);
  return missedMost(pageOfPromise(matrixPage(told), promised));
}

const SUPPORT = "rnd technical_support first_response";

describe("missedMost(page)", () => {
  test("finds who missed more than its share of what fell due", () => {
    expect(mostOf(SUPPORT)).toEqual([{ dimension: "region", member: "east", due: 30, missed: 18, beyond: 8.5, isSignal: true }]);
  });

  test.each<[string, string, Told]>([
    ["all were kept", "hr hiring resolution", {}],
    ["there is one member alone", "marketing pitch_material first_response", {}],
    ["the reader looks at one of them", SUPPORT, { selection: { filters: { region: ["east"] } } }],
    ["the promises wait for an export", SUPPORT, { site: siteWithout("promises") }],
  ])("is nobody where %s", (_, promise, told) => {
    expect(mostOf(promise, told)).toEqual([]);
  });
});

describe("furthestOf(members, looks)", () => {
  const random = randomStream("who missed most");
  /** Members of a dimension that miss a case in five, the first so many times as often. */
  const drawn = (due: number, times = 1) =>
    ["a", "b", "c", "d", "e"].map((member, i) => {
      const missed = random.binomial(due, 0.2 * (i === 0 ? times : 1));
      return { dimension: "region", member, due, missed };
    });
  const shareOf = (pages: number, isSo: () => boolean) => Array.from({ length: pages }, isSo).filter(Boolean).length / pages;

  test.each([10, 27, 80])("calls nobody out on 19 of 20 pages where all miss alike, of %i due each", (due) => {
    const called = shareOf(1_000, () => [1, 2, 3].some(() => furthestOf(drawn(due), 3)?.isSignal));
    expect(called).toBeLessThan(0.06);
  });

  test("names the one that misses three times as often", () => {
    const named = shareOf(200, () => {
      const most = furthestOf(drawn(80, 3), 3);
      return most?.member === "a" && most.isSignal;
    });
    expect(named).toBeGreaterThan(0.95);
  });

  test("is nobody where nothing fell due", () => {
    expect(furthestOf([], 1)).toBeNull();
    expect(furthestOf([{ dimension: "region", member: "a", due: 0, missed: 0 }], 1)).toBeNull();
  });
});
