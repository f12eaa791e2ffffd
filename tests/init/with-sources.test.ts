import { expect, test } from "vitest";
import { withSources } from "../../scripts/init/with-sources.ts";

const more = (indent: string) => [`${indent}# more`, `${indent}- files: b.csv`, `${indent}  system: B`];

test.each([
  [
    "below each other",
    "exports:\n  deals:\n    # ours\n    files: a.csv # old\n\n    sql: |\n      select 1\n\n  # c\n  c: { files: c.csv }\n",
    "exports:\n  deals:\n    # ours\n    - files: a.csv # old\n\n      sql: |\n        select 1\n    # more\n    - files: b.csv\n      system: B\n\n  # c\n  c: { files: c.csv }\n",
  ],
  [
    "in its line",
    "exports:\n    deals: { files: a.csv,\n             system: A }\n    c: { files: c.csv }\n",
    "exports:\n    deals:\n      - { files: a.csv,\n               system: A }\n      # more\n      - files: b.csv\n        system: B\n    c: { files: c.csv }\n",
  ],
  [
    "in a list",
    "exports:\n  deals:\n  - files: a.csv\n",
    "exports:\n  deals:\n  - files: a.csv\n  # more\n  - files: b.csv\n    system: B\n",
  ],
])("withSources(text, id, linesOf) puts sources behind an entry that stands %s", (_, before, after) => {
  expect(withSources(before, "deals", more)).toBe(after);
});

test("withSources(text, id, linesOf) refuses exports that stand in one line", () => {
  expect(() => withSources("exports: { deals: { files: a.csv } }\n", "deals", more)).toThrow(
    "exports.deals in sources.yaml stands in one line",
  );
});
