import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDeckConfig } from "../../scripts/tools/deck-config.ts";
import { reviewWith, SLIDES } from "../../src/data/review.ts";
import { TINY_REVIEW } from "./tiny-review.ts";

function readWith(yaml: string | null) {
  const folder = mkdtempSync(join(tmpdir(), "tandem-deck-"));
  writeFileSync(join(folder, "company.potx"), "");
  if (yaml !== null) writeFileSync(join(folder, "deck.yaml"), yaml);
  return readDeckConfig(folder);
}

test("readDeckConfig(folder) has every slide where there is no deck.yaml", () => {
  expect(readWith(null).slides).toEqual(SLIDES);
});

test("readDeckConfig(folder) has the slides of deck.yaml in their order", () => {
  expect(readWith("slides: [decisions, verdict]\n").slides).toEqual(["decisions", "verdict"]);
});

test("readDeckConfig(folder) has the template that deck.yaml names", () => {
  expect(readWith("template: company.potx\n").template).toBe("company.potx");
});

test.each([
  ["template: conpany.potx\n", /deck\.yaml:1 template: .*company\.potx.*实为 conpany\.potx/s],
  ["template: ../company.potx\n", /deck\.yaml:1 template: .*a file in the data folder, such as company\.potx/s],
  ["slides: [verdict, matirx]\n", /deck\.yaml:1 .*matirx.*matrix/s],
  ["slides: [verdict, verdict]\n", /each slide once/],
  ["slide: [verdict]\n", /slide.*slides/s],
])("deck.yaml with %j is refused", (yaml, message) => {
  expect(() => readWith(yaml)).toThrow(message);
});

test("reviewWith(review, slides) has those slides that there are, in their order", () => {
  expect(reviewWith(TINY_REVIEW, ["method", "leads", "signals"]).slides.map(({ id }) => id)).toEqual(["method", "signals-wait"]);
});
