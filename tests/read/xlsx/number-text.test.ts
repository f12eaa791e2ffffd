import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberCell } from "../../../scripts/read/xlsx/number-text.ts";

describe("numberCell(written)", () => {
  test.each([
    ["a whole number", "42", "42"],
    ["zeros at the end", "1.50", "1.50"],
    ["zeros at the beginning", "007", "007"],
    ["18 digits", "123456789012345678", "123456789012345678"],
    ["18 digits with a power", "1.23456789012345678E+17", "123456789012345678"],
    ["a negative number", "-0.05", "-0.05"],
    ["many zeros after 15 digits", "1.500000000000000000", "1.500000000000000000"],
  ])("keeps %s", (_, written, text) => {
    expect(numberCell(written)).toEqual({ kind: "number", text });
  });

  test.each([
    ["1E5", "100000"],
    ["1.5e+3", "1500"],
    ["1.0E-2", "0.01"],
    ["-2.5E-3", "-0.0025"],
    ["1.2345E2", "123.45"],
    ["0E0", "0"],
    [".5", "0.5"],
    ["+3.", "3"],
  ])("writes %s in plain decimals", (written, text) => {
    expect(numberCell(written)).toEqual({ kind: "number", text });
  });

  test.each([
    ["0.30000000000000004", "0.3"],
    ["1.1000000000000001", "1.1"],
    ["2.9999999999999996", "3"],
    ["-4.0199999999999996", "-4.02"],
    ["1.0000000000000001E-5", "0.00001"],
    ["110501.99999999999", "110502"],
    ["0.12345678901234567", "0.123456789012346"],
  ])("shows 15 digits of %s, as a spreadsheet does", (written, text) => {
    expect(numberCell(written)).toEqual({ kind: "number", text });
  });

  test.each([
    ["zeros from the 16th digit on", "123456789012345000", "123456789012345000"],
    ["16 digits of which the last is 0", "1234567890123450", "1234567890123450"],
    ["fewer digits than the power", "1.23456789012346E+17", "123456789012346000"],
    ["a binary number's shortest form", "1.2345678901234568E17", "123456789012345680"],
    ["a negative one", "-123456789012345000", "-123456789012345000"],
    ["a fraction after 16 digits", "1234567890123456.5", "1234567890123460"],
  ])("marks as rounded %s", (_, written, text) => {
    expect(numberCell(written)).toEqual({ kind: "number", text, isRounded: true });
  });

  test.each(["123456789012345", "100000000000000", "202509010001000020", "1E14", "123456789012345.5"])("does not mark %s", (written) => {
    expect(numberCell(written)).not.toHaveProperty("isRounded");
  });

  test.each(["", "-", ".", "E5", "1,5", "NaN", "Infinity", "0x10", "1E999", "1E-99999999", "12 "])("refuses %j", (written) => {
    expect(numberCell(written)).toEqual({ kind: "fault", found: written, reason: { code: "number" } });
  });

  test("is the number, to 15 digits, for every number that a program writes", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
        const cell = numberCell(String(value));
        const text = cell.kind === "number" ? (cell.text ?? "") : "";
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(Number(text).toPrecision(15))).toBe(Number(value.toPrecision(15)));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});
