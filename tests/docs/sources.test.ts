import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseSources, SETTINGS } from "../../scripts/sources/sources.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import { ROOT } from "../../scripts/tools/settings.ts";

const text = readFileSync(join(ROOT, ".github/SOURCES.md"), "utf8");
const tables = await loadTables();
const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = ""]) => yaml);

test.each(examples.map((yaml, n) => [n + 1, yaml] as const))("example %i of SOURCES.md can be used", (_, yaml) => {
  expect([...parseSources(yaml, tables).exports.values()]).toHaveLength(1);
});

test("SOURCES.md shows or names every setting", () => {
  const shown = examples.flatMap((yaml) =>
    [...parseSources(yaml, tables).exports.values()].flat().flatMap((source) => Object.keys(source)),
  );
  const named = [...text.matchAll(/`(\w+)/g)].map(([, name]) => name);
  expect(SETTINGS.filter((name) => !shown.includes(name) && !named.includes(name))).toEqual([]);
});
