import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../scripts/tools/settings.ts";
import { LAYERS } from "../layers.ts";
import { firstCodes, readDoc } from "./markdown.ts";

const rooms = (house: string) => firstCodes(readDoc(`${house}/README.md`).split("\n## ")[0] ?? "");

test.each(Object.entries(LAYERS))("%s/README.md lists its rooms in the order in which they may import", (house, layers) => {
  expect(rooms(house)).toEqual(layers);
});

test("tests/README.md lists the folders of tests", () => {
  const folders = readdirSync(join(ROOT, "tests"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms("tests")).toEqual(folders.map(({ name }) => name).sort());
});
