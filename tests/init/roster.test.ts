import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Roster } from "../../scripts/init/roster.ts";
import { addressOf, isAddressId } from "../../scripts/reference/address-id.ts";
import { assertProperty } from "../core/property.ts";

const KEY = { table: "departments", column: "department", dimension: null };

function rosterOf(values: readonly string[], known: { id: string; zh: string; en: string }[] = []) {
  const roster = new Roster(KEY, known);
  roster.add(new Map(values.map((value, at) => [value, at + 1])));
  return roster;
}

describe("Roster", () => {
  test("takes a value for its own id where that can stand in an address", () => {
    expect(rosterOf(["研发部", "Lab-2"]).added).toEqual([
      { id: "Lab-2", zh: "Lab-2", en: "Lab-2" },
      { id: "研发部", zh: "研发部", en: "研发部" },
    ]);
  });

  test("takes values that differ in case, width, blanks or hyphens for one, by its most frequent name", () => {
    const roster = rosterOf(["FLOW meter", "Flow-Meter", "Ｆlowmeter"]);
    expect(roster.added.map(({ zh }) => zh)).toEqual(["Ｆlowmeter"]);
    expect(new Set(["FLOW meter", "Flow-Meter", "Ｆlowmeter"].map((value) => roster.idOf(value))).size).toBe(1);
  });

  test("tells numbers apart that differ in a hyphen", () => {
    expect(rosterOf(["T1-10", "T110"]).added).toHaveLength(2);
  });

  test("knows members by id and by name, and does not add them", () => {
    const roster = rosterOf(["技术部", "tech", "Sales"], [{ id: "tech", zh: "技术部", en: "Technical" }]);
    expect(["技术部", "tech", "technical", "Sales"].map((value) => roster.idOf(value))).toEqual(["tech", "tech", "tech", "Sales"]);
    expect(roster.added.map(({ id }) => id)).toEqual(["Sales"]);
  });

  test("gives any names ids that can stand in addresses, each another one", () => {
    const names = fc.uniqueArray(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((name) => name.trim() !== ""),
      { minLength: 1 },
    );
    assertProperty(
      fc.property(names, (values) => {
        const ids = rosterOf(values).added.map(({ id }) => id);
        expect(ids.filter((id) => !isAddressId(id))).toEqual([]);
        expect(new Set(ids.map(addressOf)).size).toBe(ids.length);
      }),
    );
  });
});
