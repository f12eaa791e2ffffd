import { expect, test } from "vitest";
import { withoutEntries } from "../../scripts/init/without-entries.ts";

const out = (id: string, place = 0) => ({ id, why: "bad", place });
const WHY = "# 请核对：暂不采用 · check: left out: bad\n";

test("withoutEntries(text, outs) leaves all other lines as they are", () => {
  const text =
    "exports:\n  # a\n  orders:\n    files: a.csv\n    sql: |\n      select 1\n\n      from records\n\n  # b\n  deals:\n    files: b.csv\n";
  expect(withoutEntries(text, [out("orders")])).toBe(
    `exports:\n  # a\n  ${WHY}  # orders:\n  #   files: a.csv\n  #   sql: |\n  #     select 1\n\n  #     from records\n\n  # b\n  deals:\n    files: b.csv\n`,
  );
});

test.each([
  [
    "with any indent",
    "exports:\n    a:\n        files: a.csv\n    b: { files: b.csv }\n",
    `    ${WHY}    # a:\n    #     files: a.csv\n    b: { files: b.csv }\n`,
  ],
  [
    "at the end",
    "exports:\n  b: { files: b.csv }\n  a:\n    files: a.csv # ours\n",
    `  b: { files: b.csv }\n  ${WHY}  # a:\n  #   files: a.csv # ours\n`,
  ],
])("withoutEntries(text, outs) finds an entry %s", (_, text, after) => {
  expect(withoutEntries(text, [out("a")])).toBe(`exports:\n${after}`);
});

const LIST =
  "exports:\n  a:\n    # old\n    - files: a.csv\n      system: A\n    # new\n    - files: b.csv\n      system: B\n  c: { files: c.csv }\n";

test("withoutEntries(text, outs) takes one source out of a list, and the whole table where none is left", () => {
  expect(withoutEntries(LIST, [out("a", 1)])).toBe(
    LIST.replace("    - files: b.csv\n      system: B\n", `    ${WHY}    # - files: b.csv\n    #   system: B\n`),
  );
  expect(withoutEntries(LIST, [out("a", 0), out("a", 1)])).toBe(
    `exports:\n  ${WHY}  # a:\n  #   # old\n  #   - files: a.csv\n  #     system: A\n  #   # new\n  #   - files: b.csv\n  #     system: B\n  c: { files: c.csv }\n`,
  );
});

test("withoutEntries(text, outs) leaves entries that share a line", () => {
  const text = "exports: { a: { files: a.csv }, b: { files: b.csv } }\n";
  expect(withoutEntries(text, [out("a")])).toBe(text);
});
