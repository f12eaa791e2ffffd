import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harmless } from "../../src/site/harmless.ts";
import { assertProperty } from "../core/property.ts";

describe("harmless", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    " =1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\u00a0=1",
    "\u3000=1",
    "\ufeff=1",
    "\t1",
  ])("leads %j by an apostrophe", (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  test.each(["", "东区", "a=1", "1-2", "–", "−0.9 天", "'=1", "2026-09", "（=1）"])("leaves %j as it is", (text) => {
    expect(harmless(text)).toBe(text);
  });

  test("is the same when done twice", () => {
    assertProperty(
      fc.property(fc.string(), (text) => {
        expect(harmless(harmless(text))).toBe(harmless(text));
      }),
    );
  });
});
