import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../scripts/tools/settings.ts";
import { firstCodes, readDoc, section } from "./markdown.ts";

/** Variables of the system, which nobody sets for us. */
const OF_THE_SYSTEM = ["PATH", "PROGRAMFILES", "LOCALAPPDATA"];

const code = globSync(["{src,scripts}/**/*.{ts,mjs,astro}", "astro.config.mjs", ".ci/*"], { cwd: ROOT, exclude: ["**/node_modules/**"] });

test("the README's table of variables has those that the code reads, and no others", () => {
  const read = code.flatMap((file) => [...readFileSync(join(ROOT, file), "utf8").matchAll(/\b(TANDEM_\w+)|\benv\["(\w+)"\]/g)]);
  const names = new Set(read.map(([, ours, other]) => ours ?? other ?? "").filter((name) => !OF_THE_SYSTEM.includes(name)));
  const listed = firstCodes(section(readDoc("README.md"), "## Two commands")).filter((name) => /^[A-Z_]+$/.test(name));
  expect(listed.sort()).toEqual([...names].sort());
});
