import { nearest } from "../../src/core/errors.ts";

/** What a message expects in place of a word that names nothing: `the id of a metric such as open-backlog`. */
export function expectedId(what: string, word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return `the id of a ${what}${near ? ` such as ${near}` : `: ${known.join(", ")}`}`;
}
