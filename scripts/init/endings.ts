import { profileOf, summed } from "./column-profile.ts";
import type { Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { eventOf } from "./moments.ts";
import { plainHeader } from "./plain-header.ts";
import type { FoundColumn } from "./recognise.ts";
import { doubt } from "./remark.ts";
import { nameInSql, textInSql } from "./sql-text.ts";

/** States that a column distinguishes at most. */
const STATES = 30;

/** Takes times of an end for another column where a state says so, such as requests that were withdrawn rather than closed. */
export function splitEndings(draft: Draft, knowledge: Knowledge): void {
  const { words } = knowledge;
  nameRefused(draft, knowledge);
  const { table, columns, select, remarks, isDerived } = draft;
  for (const [other, names] of Object.entries(words.endings[table.id] ?? {})) {
    const moment = words.moments[table.id]?.[other];
    const ends = names.flatMap((name): [string, FoundColumn][] => {
      const found = columns.get(name);
      return found ? [[name, found]] : [];
    });
    const [first] = ends;
    if (!first || !moment || columns.has(other) || isDerived) continue;
    const states = statesIn(draft, other).flatMap(({ header, values }) => {
      const said = eventOf(moment, [{ header, values }]);
      return said ? [{ ...said, counts: said.words.map((word) => `${word} (${values.get(word) ?? 0})`).join("、") }] : [];
    });
    if (states.length === 0) continue;
    const isOther = states.map((state) => `${nameInSql(state.header)} in (${state.words.map(textInSql).join(", ")})`).join(" or ");
    const headers = [...new Set(ends.map(([, { header }]) => header))];
    const times = headers.map(nameInSql);
    const [time] = times;
    const ended = times.length > 1 ? `coalesce(${times.map((each) => `nullif(${each}, '')`).join(", ")})` : time;
    for (const [name, { header }] of ends) select.columns.push(`if(${isOther}, null, ${nameInSql(header)}) as ${name}`);
    select.columns.push(`if(${isOther}, ${ended}, null) as ${other}`);
    columns.set(other, { ...first[1], header: other, profile: together(ends.map(([, { profile }]) => profile)) });
    for (const [name, end] of ends) columns.set(name, { ...end, header: name });
    const said = states.map(({ header, counts }) => [`“${header}”为 ${counts}`, `${header} is ${counts}`] as const);
    const listed = headers.join(" / ");
    remarks.push(
      doubt(
        ["sql"],
        `${said.map(([zh]) => zh).join("或")} 时，“${listed}”是 ${other}`,
        `${listed} is ${other} where ${said.map(([, en]) => en).join(" or ")}`,
      ),
    );
  }
}

/** Names records that were refused: they end as others do. */
function nameRefused(draft: Draft, { words }: Knowledge): void {
  const refused = (words.refused[draft.table.id] ?? []).map(plainHeader);
  const hasEnd = Object.values(words.endings[draft.table.id] ?? {}).some((names) => names.some((name) => draft.columns.has(name)));
  if (!hasEnd || draft.isDerived) return;
  for (const { header, values } of statesIn(draft, "")) {
    const listed = [...values].filter(([value]) => refused.includes(plainHeader(value))).map(([value, count]) => `${value} ${count}`);
    if (listed.length === 0) continue;
    const said = listed.join("、");
    draft.remarks.push(
      doubt(["columns"], `“${header}”为 ${said} 的也算办结`, `those whose ${header} is ${said} count as resolved as well`),
    );
  }
}

/** Columns of few values that may say a state: those that hold something else of the table say what a record is of. */
function statesIn({ sheet, columns }: Draft, other: string) {
  const held = [...columns].flatMap(([name, { header }]) => (name === "status" || name === other ? [] : [header]));
  return sheet.columns.filter(({ header, values }) => values.size > 1 && values.size <= STATES && !held.includes(header));
}

/** Times of several columns as if they stood in one. */
function together(profiles: readonly FoundColumn["profile"][]): FoundColumn["profile"] {
  const [first] = profiles as [FoundColumn["profile"]];
  if (profiles.length === 1) return first;
  return profileOf(first.header, summed(profiles.map(({ values }) => values)), summed(profiles.map(({ blanks }) => blanks)));
}
