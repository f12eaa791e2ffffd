import { describe, expect, test } from "vitest";
import { findPromise, pageOfPromise } from "../../../src/site/ask/promises.ts";
import { missedMost } from "../../../src/site/matrix/missed-most.ts";
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
    expect(mostOf(SUPPORT)).toEqual([{ dimension: "region", member: "east", due: 30, missed: 18, beyond: 8.5 }]);
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
