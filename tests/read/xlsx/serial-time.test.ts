import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateForm } from "../../../scripts/read/date-forms.ts";
import { isoCell, serialCell } from "../../../scripts/read/xlsx/serial-time.ts";

describe("serialCell(days, meaning, is1904)", () => {
  test.each([
    ["45901", "date", "2025-09-01"],
    ["45901.75", "date", "2025-09-01"],
    ["45900.999999", "date", "2025-09-01"],
    ["61", "date", "1900-03-01"],
    ["2958465", "date", "9999-12-31"],
  ] as const)("%s as a %s is %s", (days, meaning, text) => {
    expect(serialCell(days, meaning, false)).toEqual({ kind: "date", text });
  });

  test.each([
    ["45870.54930555556", "timestamp", "2025-08-01 13:11:00"],
    ["45901", "timestamp", "2025-09-01 00:00:00"],
    ["45900.9999999", "timestamp", "2025-09-01 00:00:00"],
    ["45901.00000579", "timestamp", "2025-09-01 00:00:01"],
    ["45901.5", "clock", "2025-09-01 12:00:00"],
  ] as const)("%s as a %s is %s", (days, meaning, text) => {
    expect(serialCell(days, meaning, false)).toEqual({ kind: "timestamp", text });
  });

  test.each([
    ["0.3125", "duration", "7:30:00"],
    ["0.3125", "clock", "7:30:00"],
    ["1.5", "duration", "36:00:00"],
    ["1.5", "clock", "36:00:00"],
    ["100", "duration", "2400:00:00"],
    ["0", "duration", "0:00:00"],
    ["0.0416666666666667", "duration", "1:00:00"],
    ["-0.3125", "duration", "-7:30:00"],
    ["1.1574E-5", "duration", "0:00:01"],
  ] as const)("%s as a %s is %s", (days, meaning, text) => {
    expect(serialCell(days, meaning, false)).toEqual({ kind: "duration", text });
  });

  test("counts from 1904-01-01 where the workbook does", () => {
    expect(serialCell("0", "date", true)).toEqual({ kind: "date", text: "1904-01-01" });
    expect(serialCell("44439.5", "timestamp", true)).toEqual({ kind: "timestamp", text: "2025-09-01 12:00:00" });
    expect(serialCell("0.5", "duration", true)).toEqual({ kind: "duration", text: "12:00:00" });
  });

  test.each(["0", "60", "60.9", "-1", "2958466", "1E300"])("refuses day %s, which is none or not the same in all programs", (days) => {
    expect(serialCell(days, "date", false)).toMatchObject({ kind: "fault", reason: { code: "calendar-day" } });
  });

  test("refuses what is no number", () => {
    expect(serialCell("soon", "date", false)).toEqual({ kind: "fault", found: "soon", reason: { code: "number" } });
  });

  test("is what the CSV form `excel` makes of the same number", () => {
    const excel = dateForm("excel", (instant) => instant);
    fc.assert(
      fc.property(fc.double({ min: 61, max: 2_958_465, noNaN: true }), (days) => {
        const written = days.toFixed(9);
        expect(serialCell(written, "timestamp", false)).toEqual({
          kind: "timestamp",
          text: new Date(excel(written) ?? 0).toISOString().slice(0, 19).replace("T", " "),
        });
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});

describe("isoCell(written, meaning)", () => {
  test.each([
    ["2026-03-05", "number", "date", "2026-03-05"],
    ["2026-03-05", "timestamp", "timestamp", "2026-03-05 00:00:00"],
    ["2026-03-05T00:00:00", "number", "timestamp", "2026-03-05 00:00:00"],
    ["2026-03-05T00:00:00", "date", "date", "2026-03-05"],
    ["2026-03-05T14:05", "number", "timestamp", "2026-03-05 14:05:00"],
    ["2026-03-05T14:05:59.600Z", "timestamp", "timestamp", "2026-03-05 14:06:00"],
    ["T07:30:00", "clock", "duration", "7:30:00"],
    ["07:30:00", "number", "duration", "7:30:00"],
  ] as const)("%s as a %s is the %s %s", (written, meaning, kind, text) => {
    expect(isoCell(written, meaning)).toEqual({ kind, text });
  });

  test.each([
    "",
    "T",
    "Z",
    "2026-02-30",
    "2026-13-01",
    "2026-03-05T25:00:00",
    "T25:00",
    "2026-03-05T14:05:00+08:00",
    "2026-03-05TT10:00",
    "1899-12-31",
    "soon",
  ])("refuses %j", (written) => {
    expect(isoCell(written, "number")).toEqual({ kind: "fault", found: written, reason: { code: "calendar-day" } });
  });
});
