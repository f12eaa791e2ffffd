import type { Table } from "../../src/core/contract.ts";
import type { Draft } from "./draft.ts";
import { doubt } from "./remark.ts";

/** Of some columns of a table, those that mean nothing without others that are not among them, such as a follow-up of leads that nobody was assigned; each with these behind it. */
export function strandedIn({ rules, columns }: Table, present: ReadonlySet<string>): string[] {
  const rule = rules.find(({ columns: [own, ...others], drops, holds }) => {
    const isAlone = present.has(own) && others.every((other) => !present.has(other)) && !columns[own]?.required;
    return isAlone && !drops && !holds([1, ...others.map(() => null)]);
  });
  return [...(rule?.columns ?? [])];
}

/** Leaves out columns whose values mean nothing without another that is not there. */
export function dropStranded(draft: Draft): void {
  const { table, columns, remarks } = draft;
  const [own = "", ...others] = strandedIn(table, new Set(columns.keys()));
  const found = columns.get(own);
  if (!found) return;
  columns.delete(own);
  const needed = others.join(", ");
  remarks.push(
    doubt(
      ["columns"],
      `没有用“${found.header}”作 ${own}：文件里没有 ${needed}`,
      `${found.header} is not taken for ${own}, which needs ${needed}`,
    ),
  );
  dropStranded(draft);
}
