import { describe, expect, test } from "vitest";
import { newerVersion } from "../../src/islands/newer-version.ts";

const listed = ["2026Q1/v1", "2026Q2/v1", "2026Q1/v2", "2026Q3/v1"].map((name) => ({ name }));

describe("newerVersion(listed, name)", () => {
  test("is the newest version of the same period", () => {
    expect(newerVersion(listed, "2026Q1/v1")).toBe("2026Q1/v2");
  });

  test("is none for the newest, and for a snapshot of another site", () => {
    expect(["2026Q1/v2", "2026Q2/v1", "2025Q4/v1"].map((name) => newerVersion(listed, name))).toEqual([null, null, null]);
  });
});
