import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { leanPlot } from "../../scripts/tools/lean-plot.ts";
import { ROOT } from "../../scripts/tools/settings.ts";

const PLOT = `${ROOT}/node_modules/@observablehq/plot/src`;
const lean = (part: string) => leanPlot.transform(readFileSync(`${PLOT}/${part}`, "utf8"), `${PLOT}/${part}`)?.code ?? null;

test.each([
  [
    "scales/schemes.js",
    ["isCategoricalScheme", "isDivergingScheme", "maybeBooleanRange", "ordinalRange", "ordinalScheme", "quantitativeScheme"],
    undefined,
  ],
  ["legends.js", ["createLegends", "exposeLegends", "legend"], []],
])("leanPlot keeps the names that %s exports, and nothing of what they do", async (part, names, result) => {
  const exported = await import(`data:text/javascript,${encodeURIComponent(lean(part) ?? "")}`);
  expect(Object.keys(exported).sort()).toEqual(names);
  expect(Object.values<() => unknown>(exported).map((each) => each())).toEqual(names.map(() => result));
});

test.each(["projection.js", "marks/tip.js", "interactions/pointer.js"])("leanPlot finds %s in the Plot that is installed", (part) => {
  expect(lean(part)).toMatch(/^const nothing = \(\) => undefined;\nexport \{ nothing as /);
});

test("leanPlot leaves the rest of Plot as it is", () => {
  expect(lean("marks/line.js")).toBeNull();
});
