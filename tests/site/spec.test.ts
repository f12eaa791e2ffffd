import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSpec, printSpec, specWithin } from "../../src/site/spec.ts";
import { assertProperty } from "../core/property.ts";

describe("parseSpec(text)", () => {
  test.each([
    ["clock", { kind: "clock", about: [], within: null }],
    ["breakdown open-backlog region", { kind: "breakdown", about: ["open-backlog", "region"], within: null }],
    ["matrix.lost @department=rnd", { kind: "matrix.lost", about: [], within: { department: ["rnd"] } }],
  ])("of %j", (text, spec) => {
    expect(parseSpec(text)).toEqual(spec);
  });

  test("reads back what printSpec writes, whatever the ids of members", () => {
    const word = fc.stringMatching(/^[a-z][a-z_.-]{0,8}$/);
    const within = fc.dictionary(word, fc.array(fc.string(), { minLength: 1, maxLength: 3 }), {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    });
    const specs = fc.record({ kind: word, about: fc.array(word, { maxLength: 3 }), within: fc.option(within) });
    assertProperty(
      fc.property(specs, (spec) => {
        expect(parseSpec(printSpec(spec))).toEqual(spec);
      }),
    );
  });
});

describe("specWithin(text, members)", () => {
  test.each([
    [{ department: "rnd" }, "trend sla-attainment @department=rnd"],
    [{ department: "rnd", promise: "resolution" }, "trend sla-attainment @department=rnd&promise=resolution"],
    [{ region: ["east", "west"] }, "trend sla-attainment @region=east&region=west"],
    [{ region: ["a,b @c", "d&e=f"] }, "trend sla-attainment @region=a%2Cb+%40c&region=d%26e%3Df"],
    [{ region: "研发 / 测试\\*" }, "trend sla-attainment @region=%E7%A0%94%E5%8F%91+%2F+%E6%B5%8B%E8%AF%95%5C*"],
    [{ region: [] }, "trend sla-attainment @region="],
  ])("of %j", (members, spec) => {
    expect(specWithin("trend sla-attainment", members)).toBe(spec);
  });
});
