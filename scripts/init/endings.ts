import type { Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { eventOf } from "./moments.ts";
import { doubt } from "./remark.ts";
import { nameInSql, textInSql } from "./sql-text.ts";

/** States that a column distinguishes at most. */
const STATES = 30;

/** Takes one time of an end for two columns where a state says which it is, such as resolved or withdrawn. */
export function splitEndings({ table, sheet, columns, select, remarks, isDerived }: Draft, { words }: Knowledge): void {
  for (const [name, other] of Object.entries(words.endings[table.id] ?? {})) {
    const [end, moment] = [columns.get(name), words.moments[table.id]?.[other]];
    if (!end || !moment || columns.has(other) || isDerived) continue;
    const states = sheet.columns.filter(({ values }) => values.size > 1 && values.size <= STATES);
    const state = eventOf(moment, states);
    if (!state) continue;
    const isOther = `${nameInSql(state.header)} in (${state.words.map(textInSql).join(", ")})`;
    const time = nameInSql(end.header);
    select.columns.push(`if(${isOther}, null, ${time}) as ${name}`, `if(${isOther}, ${time}, null) as ${other}`);
    columns.set(name, { ...end, header: name });
    columns.set(other, { ...end, header: other });
    const counts = states.find(({ header }) => header === state.header)?.values;
    const said = state.words.map((word) => `${word} (${counts?.get(word) ?? 0})`).join("、");
    remarks.push(
      doubt(
        ["sql"],
        `“${state.header}”为 ${said} 时，“${end.header}”是 ${other}`,
        `${end.header} is ${other} where ${state.header} is ${said}`,
      ),
    );
  }
}
