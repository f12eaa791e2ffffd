import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthOf, periodOf } from "../../src/core/periods.ts";
import { DEFAULT_SELECTION, type Selection } from "../../src/core/selection.ts";
import { choose, isChoosable, isChosen, spanning } from "../../src/islands/figure/choosing.ts";
import type { Choice } from "../../src/site/figures/figure.ts";
import { assertProperty } from "../core/property.ts";

const east: Choice = { members: { region: "east" } };
const cell: Choice = { members: { region: "east", segment: "sme" } };
const august = { period: periodOf(monthOf(2026, 8), "month") };
const october = { period: periodOf(monthOf(2026, 10), "month") };

const keeping = (filters: Selection["filters"]): Selection => ({ ...DEFAULT_SELECTION, filters });
const alone = { isAdded: false };
const added = { isAdded: true };

describe("choose", () => {
  test.each([
    { title: "keeps only the member", before: {}, choice: east, after: { region: ["east"] } },
    { title: "replaces the members that were kept", before: { region: ["south", "north"] }, choice: east, after: { region: ["east"] } },
    { title: "keeps one alone of several", before: { region: ["east", "south"] }, choice: east, after: { region: ["east"] } },
    { title: "keeps all again when the member was alone", before: { region: ["east"] }, choice: east, after: {} },
    { title: "leaves other dimensions", before: { segment: ["sme"] }, choice: east, after: { segment: ["sme"], region: ["east"] } },
    { title: "keeps two members at once", before: {}, choice: cell, after: { region: ["east"], segment: ["sme"] } },
    {
      title: "keeps both while only one is alone",
      before: { region: ["east"] },
      choice: cell,
      after: { region: ["east"], segment: ["sme"] },
    },
    { title: "undoes both at once", before: { region: ["east"], segment: ["sme"] }, choice: cell, after: {} },
  ])("a choice of members $title", ({ before, choice, after }) => {
    expect(choose(keeping(before), choice, alone).filters).toEqual(after);
  });

  test.each([
    { title: "starts a list", before: {}, choice: east, after: { region: ["east"] } },
    { title: "adds to those kept", before: { region: ["south"] }, choice: east, after: { region: ["south", "east"] } },
    { title: "takes away one that is kept", before: { region: ["south", "east"] }, choice: east, after: { region: ["south"] } },
    { title: "keeps all when the last is taken away", before: { region: ["east"] }, choice: east, after: {} },
    { title: "adds what lacks of two", before: { region: ["east"] }, choice: cell, after: { region: ["east"], segment: ["sme"] } },
  ])("an added choice $title", ({ before, choice, after }) => {
    expect(choose(keeping(before), choice, added).filters).toEqual(after);
  });

  test("a period is fixed, and chosen again gives way to the default period", () => {
    const once = choose(keeping({ region: ["east"] }), august, alone);
    expect(once).toEqual({ ...keeping({ region: ["east"] }), period: periodOf(monthOf(2026, 8), "month") });
    expect(choose(once, august, alone)).toEqual(keeping({ region: ["east"] }));
  });

  test("another period replaces the first", () => {
    expect(choose(choose(DEFAULT_SELECTION, august, alone), october, alone).period).toEqual(periodOf(monthOf(2026, 10), "month"));
  });

  test("a second scope goes along where it was the same", () => {
    const compared: Selection = { ...keeping({ region: ["east"] }), against: { period: "last-quarter", filters: { region: ["west"] } } };
    expect(choose(compared, august, alone).against).toEqual({ period: august.period, filters: { region: ["west"] } });
    expect(choose(compared, { members: { segment: "sme" } }, added).against?.filters).toEqual({ region: ["west"], segment: ["sme"] });
    expect(choose(compared, { members: { region: "south" } }, alone).against).toEqual(compared.against);
  });

  test("what is chosen is chosen, and not when it is chosen twice", () => {
    const member = fc.constantFrom("east", "south", "north");
    const kept = fc.uniqueArray(member, { maxLength: 2 }).map((region) => keeping(region.length > 0 ? { region } : {}));
    assertProperty(
      fc.property(kept, member, (before, region) => {
        const choice = { members: { region } };
        const start = isChosen(before, choice) ? choose(before, choice, alone) : before;
        const once = choose(start, choice, alone);
        expect(isChosen(once, choice)).toBe(true);
        expect(isChosen(choose(once, choice, alone), choice)).toBe(false);
      }),
    );
  });

  test("a choice added twice changes nothing", () => {
    const kept = fc.uniqueArray(fc.constantFrom("south", "north", "west"), { maxLength: 3 });
    assertProperty(
      fc.property(kept, (region) => {
        const before = keeping(region.length > 0 ? { region } : {});
        expect(choose(choose(before, east, added), east, added)).toEqual(before);
      }),
    );
  });
});

describe("isChosen", () => {
  test("a relative period is never the chosen one, as its mark may pass on", () => {
    expect(isChosen(DEFAULT_SELECTION, august)).toBe(false);
  });

  test("a member among others is not chosen", () => {
    expect(isChosen(keeping({ region: ["east", "south"] }), east)).toBe(false);
  });
});

describe("isChoosable", () => {
  const vocabulary = { fiscalStart: 1, first: 0, last: 1, dimensions: [{ id: "region", members: [{ id: "east" }] }] };

  test.each([
    { choice: east, expected: true },
    { choice: cell, expected: false },
    { choice: august, expected: true },
  ])("$choice: $expected on a page that knows regions only", ({ choice, expected }) => {
    expect(isChoosable(choice, vocabulary)).toBe(expected);
  });
});

describe("spanning", () => {
  test.each([
    { one: august, other: october },
    { one: october, other: august },
  ])("takes the months between, in either order", ({ one, other }) => {
    expect(spanning(one, other, 1)).toEqual({ grain: "range", start: monthOf(2026, 8), end: monthOf(2026, 10) });
  });

  test("is a quarter where the months are exactly one", () => {
    const july: Choice = { period: periodOf(monthOf(2026, 7), "month") };
    const september: Choice = { period: periodOf(monthOf(2026, 9), "month") };
    expect(spanning(july, september, 1)?.grain).toBe("quarter");
  });

  test.each([
    { one: east, other: august },
    { one: null, other: august },
    { one: august, other: undefined },
  ])("is null unless both ends are periods", ({ one, other }) => {
    expect(spanning(one, other, 1)).toBeNull();
  });
});
