import { expect, test } from "vitest";
import { DOCS, readDoc } from "./markdown.ts";

const SCRIPTS = Object.keys((JSON.parse(readDoc("package.json")) as { scripts: Record<string, string> }).scripts);
/** Those that npm runs without `run`, and one of its own commands. */
const SHORT = ["start", "test"];

const named = (doc: string) => [...readDoc(doc).matchAll(/\bnpm (?:run )?([a-z]+)/g)];
const commandOf = (script: string) => (SHORT.includes(script) ? `npm ${script}` : `npm run ${script}`);

test.each(DOCS.filter((doc) => named(doc).length > 0))("every npm command that %s names is there", (doc) => {
  const known = new Set([...SCRIPTS.map(commandOf), "npm ci", "npm install"]);
  expect(
    named(doc)
      .filter(([command]) => !known.has(command))
      .map(([command]) => command),
  ).toEqual([]);
});

test("the README names every script of package.json", () => {
  const written = new Set(named("README.md").map(([command]) => command));
  expect(SCRIPTS.map(commandOf).filter((command) => !written.has(command))).toEqual([]);
});
