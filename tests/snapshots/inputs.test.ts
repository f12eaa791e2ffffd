import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { currentInputs, type Inputs, inputsIn, isInput, packedInputs } from "../../scripts/snapshots/inputs.ts";

const INPUTS: Inputs = {
  settings: new Map([
    ["site.yaml", Buffer.from("base: /\n")],
    ["reference/sla.csv", Buffer.from("department,time_limit\nrnd,24\n")],
  ]),
  facts: new Map([["requests", "select 1 as one"]]),
  records: { orders: { "2026-09": 1_204 } },
};

test("inputsIn(files) gives what packedInputs(inputs) has put beside pages", () => {
  expect(inputsIn(new Map([...packedInputs(INPUTS), ["index.html", Buffer.from("<p>")]]))).toEqual(INPUTS);
});

test("isInput(path) tells inputs from pages", () => {
  expect([...packedInputs(INPUTS).keys()].every(isInput)).toBe(true);
  expect(["index.html", "data/index.html", "api/metrics.json"].some(isInput)).toBe(false);
});

test("currentInputs(folder, …) has the template of decks beside the settings", () => {
  const folder = mkdtempSync(join(tmpdir(), "tandem-inputs-"));
  writeFileSync(join(folder, "deck.yaml"), "template: company.potx\n");
  writeFileSync(join(folder, "company.potx"), "slides");
  const { settings } = currentInputs(folder, {}, "company.potx");
  expect([...settings].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([
    ["company.potx", "slides"],
    ["deck.yaml", "template: company.potx\n"],
  ]);
});
