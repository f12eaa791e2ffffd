import type { Column } from "../../../src/core/columns.ts";
import { type Aspect, type Draft, type Making, setAside } from "../draft.ts";
import type { FoundColumn } from "../recognise.ts";
import { doubt } from "../remark.ts";
import { type Mapped, mapValues, type Unsaid } from "../values.ts";

/** What values of columns with fixed ones mean. What nothing is known of becomes `other`, or nothing, or is set aside where the column must have a value. */
export const choicesAspect: Aspect = (draft, making) => {
  for (const [name, found] of draft.columns) {
    const column = draft.table.columns[name];
    if (column?.kind === "choice") mapChoice(draft, { name, column, found }, making);
  }
};

interface Choice {
  name: string;
  column: Column;
  found: FoundColumn;
}

function mapChoice(draft: Draft, { name, column, found }: Choice, { knowledge }: Making): void {
  const { table, known, columns, settings } = draft;
  const mapped = mapValues(found.profile.values, { table, name, column }, { words: knowledge.words, known });
  const isShared = [...columns].some(
    ([other, { header }]) => other !== name && header === found.header && table.columns[other]?.kind !== "text",
  );
  if (mapped.unsaid.length === found.profile.values.size && !column.required) {
    leaveOut(draft, name, found);
    return;
  }
  settleUnsaid(draft, { name, column, found }, mapped, isShared);
  if (Object.keys(mapped.values).length > 0) settings.values = { ...settings.values, [name]: mapped.values };
}

/** A column none of whose values is known holds something else. */
function leaveOut({ columns, settings, remarks }: Draft, name: string, { header }: FoundColumn): void {
  columns.delete(name);
  delete settings.columns?.[name];
  remarks.push(
    doubt(["columns"], `没有用“${header}”作 ${name}：取值都不认识`, `${header} is not taken for ${name}: none of its values is known`),
  );
}

function settleUnsaid(draft: Draft, { name, column, found }: Choice, { values, unsaid }: Mapped, isShared: boolean): void {
  if (unsaid.length === 0) return;
  const isOther = column.values && Object.hasOwn(column.values, "other") && !isShared;
  const rest = isOther ? "other" : "";
  if (rest === "" && column.required) {
    setAside(
      draft,
      found.header,
      unsaid.map(({ value }) => value),
    );
    draft.remarks.push(
      doubt(
        ["where", found.header],
        `搁置：不知道是哪种${column.label.zh}：${listed(unsaid)}`,
        `set aside, since no ${name} is known for them`,
      ),
    );
    return;
  }
  for (const { value } of unsaid) values[value] = rest;
  if (isShared && !isOther) return;
  draft.remarks.push(
    doubt(["values", name], `不认识，先当作${rest || "空"}：${listed(unsaid)}`, `not known, and taken for ${rest || "nothing"}`),
  );
}

const listed = (unsaid: readonly Unsaid[]) =>
  unsaid.map(({ value, count, near }) => `${value} ${count} 行${near ? `(${near}?)` : ""}`).join("、");
