import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";

/** The value that a YAML text holds; `file` is what errors call it. Throws with line and column where it is not YAML. */
export function parseYaml(text: string, file: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new Error(`${file}:${placeIn(text, error.pos[0])}: expected YAML, found: ${error.message}`, { cause: error });
  try {
    return document.toJS();
  } catch (cause) {
    throw new Error(`${file}: expected YAML, found: ${messageOf(cause)}`, { cause });
  }
}

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** `3:7`, line and column of a character, from 1. */
function placeIn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** The value that a YAML file holds. Throws when it is not there, or not YAML. */
export function readYaml(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`cannot read ${file}: ${messageOf(cause)}`, { cause });
  }
  return parseYaml(text, file);
}
