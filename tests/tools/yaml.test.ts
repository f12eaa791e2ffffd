import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { parseYaml, readYaml } from "../../scripts/tools/yaml.ts";

test("parseYaml(text) gives the value, with anchors resolved, and where it stands", () => {
  const { value, lineOf } = parseYaml("a: &x [1]\nb: *x\nc:\n  d: 1\n  e:\n    - 2\n", "site.yaml");
  expect(value).toEqual({ a: [1], b: [1], c: { d: 1, e: [2] } });
  expect([["a"], ["c", "d"], ["c", "e", 0], ["c", "none"], []].map(lineOf)).toEqual([1, 4, 6, 3, undefined]);
});

test.each([
  ["a: [1\nb: 2", 2, "brackets that are closed above it"],
  ["a: 1\na: 2", 2, "each key once"],
  ["看板: 'a\n", 2, "brackets and quotes that are closed"],
  ["a:\n  b: 1\n   c: 2", 2, "the indentation of the lines beside it"],
])("parseYaml(%j) names line %d and expects %s", (text, line, expected) => {
  expect(() => parseYaml(text, "site.yaml")).toThrow(new RegExp(`site\\.yaml:${line}: [\\s\\S]*${expected}`));
});

test("parseYaml(text) names a file whose aliases name nothing", () => {
  expect(() => parseYaml("a: *x", "site.yaml")).toThrow("site.yaml: expected YAML, found Unresolved alias");
});

test.each([
  ["a:\n  b：1\n  c: 2", 2, "： (U+FF1A) in b：1"],
  ["a:\n  { b: 1， c: 2 }", 2, "， (U+FF0C)"],
  ["a:\n  b: “1\n  c”: [", 3, "” (U+201D)"],
  ["a:\n\tb: 1", 2, "a tab (U+0009) in b: 1"],
  ["a:\n  b: 1\n\u00A0\u00A0c: 1\n  d: 2", 3, "a no-break space (U+00A0)"],
  ["a:\n  b: 1\n\u3000c: 1\n  d: 2", 3, "a full-width blank (U+3000)"],
])("parseYaml(%j) names the sign in line %d that only looks like one of YAML: %s", (text, line, found) => {
  expect(() => parseYaml(text, "sources.yaml")).toThrow(new RegExp(`sources\\.yaml:${line}: `));
  expect(() => parseYaml(text, "sources.yaml")).toThrow(`found ${found}`);
});

function written(content: string | Buffer, name = "site.yaml"): string {
  const file = join(mkdtempSync(join(tmpdir(), "tandem-")), name);
  writeFileSync(file, content);
  return file;
}

describe("readYaml(file)", () => {
  const text = "# 公司\ntitle: 协同看板\n";

  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16 with a byte order mark", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16, big-endian", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
    ["UTF-16 without a byte order mark", Buffer.from(text, "utf16le")],
    ["GBK", encode(text, "gbk")],
  ])("reads %s", (_, bytes) => {
    expect(readYaml(written(bytes)).value).toEqual({ title: "协同看板" });
  });

  test("refuses bytes that are text in none of them, by name", () => {
    expect(() => readYaml(written(Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xff, 0xc0])))).toThrow("expected text in UTF-8, UTF-16 or GB18030");
  });

  test("names a file that is not there, and the one that was meant", () => {
    const file = written("a: 1", "sources.yml").replace(/yml$/, "yaml");
    expect(() => readYaml(file)).toThrow("rename sources.yml to sources.yaml");
    expect(() => readYaml(file.replace("sources", "site"))).toThrow(/a file is missing: .*site\.yaml[\s\S]*npm run init/);
  });
});
