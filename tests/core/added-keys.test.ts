import { describe, expect, test } from "vitest";
import { askedOf, isAddedKey } from "../../src/core/added-keys.ts";

describe("isAddedKey", () => {
  test.each(["from", "isappinstalled", "scene", "subscene", "nsukey", "utm_source", "gclid", "dd_share"])("knows %s", (key) => {
    expect(isAddedKey(key)).toBe(true);
  });

  test.each(["", "period", "region", "vs.region", "figure", "froms", "from.x", "utm"])("does not take %s for one", (key) => {
    expect(isAddedKey(key)).toBe(false);
  });
});

describe("askedOf", () => {
  test.each([
    ["", ""],
    ["?", ""],
    ["?from=singlemessage&isappinstalled=0", ""],
    ["?from=timeline&region=east%2Csouth&scene=1&period=2026Q2", "region=east%2Csouth&period=2026Q2"],
    ["region=from=", "region=from="],
  ])("of %s is %s", (query, asked) => {
    expect(askedOf(query)).toBe(asked);
  });
});
