import { profileOf } from "./column-profile.ts";
import type { Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { calledIn } from "./moments.ts";
import { plainHeader } from "./plain-header.ts";
import { doubt } from "./remark.ts";
import { nameInSql, textInSql } from "./sql-text.ts";

/** What stands between labels, and what stands before the name of one, as in `type: bug` and `kind/bug`. */
const [BETWEEN, BEFORE] = ["\\s*[,;|；，、]\\s*", /^.*[:/：]\s*/];

/** Of 1, how many records have a label that is a kind, at least; and of 1, how sure that is. */
const [LABELLED, SURE] = [0.5, 0.7];

/** The column of requests that this is about. */
const KIND = "request_type";

/** Takes the kind of requests from their labels, where no header holds it: the first of the kinds that a record is labelled with. */
export function kindByLabel({ table, sheet, columns, select, remarks }: Draft, { words, systems }: Knowledge): void {
  const labels = calledIn(sheet, words.labels.headers, systems);
  if (!table.columns[KIND] || columns.has(KIND) || !labels) return;
  const known = words.labels.kinds.map(plainHeader);
  const counts = new Map<string, number>();
  for (const [cell, count] of labels.values)
    for (const label of cell.split(new RegExp(BETWEEN)))
      if (known.includes(plainHeader(label.replace(BEFORE, "")))) counts.set(label, (counts.get(label) ?? 0) + count);
  const kinds = [...counts].sort(([, a], [, b]) => b - a).map(([label]) => label);
  const labelled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (kinds.length < 2 || labelled < sheet.rows * LABELLED) return;
  const split = `string_split_regex(${nameInSql(labels.header)}, ${textInSql(BETWEEN)})`;
  const listed = kinds.map(textInSql).join(", ");
  select.columns.push(`list_filter([${listed}], lambda kind: list_contains(${split}, kind))[1] as ${KIND}`);
  columns.set(KIND, { header: KIND, profile: profileOf(KIND, counts), certainty: SURE });
  remarks.push(
    doubt(
      ["sql"],
      `${KIND} 取自“${labels.header}”里的：${kinds.join("、")}`,
      `${KIND} is taken from ${labels.header}: ${kinds.join(", ")}`,
    ),
  );
}
