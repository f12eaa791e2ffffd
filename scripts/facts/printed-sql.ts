import type { Fact } from "./facts.ts";

/** The SQL of a fact as readers see it: before it a line for each of its columns whose meaning no contract gives. */
export const printedSql = ({ columns: meanings, sql }: Pick<Fact, "columns" | "sql">, columns: readonly string[]): string =>
  [...columns.filter((name) => meanings.has(name)).map((name) => `-- ${name}: ${meanings.get(name)}`), sql].join("\n");
