import { describe, expect, test } from "vitest";
import { hasMatch } from "../../src/islands/has-match.ts";

describe("hasMatch", () => {
  test.each([
    ["压力传感器 P3", "p3 传感", true],
    ["压力传感器 P3", "Ｐ３", true],
    ["Café Noir", "cafe", true],
    ["Gateway", "", true],
    ["Gateway", "ways", false],
  ])("%s by %j is %s", (name, typed, expected) => {
    expect(hasMatch(name, typed)).toBe(expected);
  });
});
