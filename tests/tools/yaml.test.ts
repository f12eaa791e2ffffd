import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseYaml, readYaml } from "../../scripts/tools/yaml.ts";

test("parseYaml(text) gives the value, with anchors resolved", () => {
  expect(parseYaml("a: &x [1]\nb: *x\n", "site.yaml")).toEqual({ a: [1], b: [1] });
});

test.each([
  ["a: [1\nb: 2", "site.yaml:2:1"],
  ["a: 1\na: 2", "site.yaml:2:1"],
  ["a:\n\tb: 1", "site.yaml:2:1"],
  ["看板: 'a\n", "site.yaml:2:1"],
  ["a: *x", "site.yaml"],
])("parseYaml(%j) names the place: %s", (text, place) => {
  expect(() => parseYaml(text, "site.yaml")).toThrow(`${place}: expected YAML, found: `);
});

test("readYaml(file) names a file that is not there", () => {
  const file = join(mkdtempSync(join(tmpdir(), "tandem-")), "site.yaml");
  expect(() => readYaml(file)).toThrow(`cannot read ${file}: ENOENT`);
  writeFileSync(file, "a: 1");
  expect(readYaml(file)).toEqual({ a: 1 });
});
