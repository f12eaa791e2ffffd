import type { Draft } from "./draft.ts";
import { doubt } from "./remark.ts";

/** Leaves out columns whose values mean nothing without another that is not there, such as a follow-up of leads that nobody was assigned. */
export function dropStranded(draft: Draft): void {
  const { table, columns, remarks } = draft;
  const rule = table.rules.find(({ columns: [own, ...others], drops, holds }) => {
    const isAlone = columns.has(own) && others.every((other) => !columns.has(other)) && !table.columns[own]?.required;
    return isAlone && !drops && !holds([1, ...others.map(() => null)]);
  });
  const [own = "", ...others] = rule?.columns ?? [];
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
