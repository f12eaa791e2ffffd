import { type Draft, setAside } from "./draft.ts";
import { type Knowledge, meaningOf } from "./knowledge.ts";
import { plainHeader } from "./plain-header.ts";
import { doubt } from "./remark.ts";
import { recordsOf } from "./sheet-profile.ts";

/** States that a column distinguishes at most, and how different the ids are, of 1, where each record stands in one row. */
const [STATES, ONCE] = [30, 0.98];

/** Times that end a record beside those that a log of events would say. */
const OTHER_ENDS = ["closed_at"];

/**
 * Counts records whose state says that they ended and that have no time of it: they would count as open for ever. Where none of those that
 * were cancelled has one, they are set aside.
 */
export async function nameUnended(draft: Draft, knowledge: Knowledge): Promise<void> {
  const { table, columns, sheet, form, remarks, isDerived } = draft;
  const moments = Object.entries(knowledge.words.moments[table.id] ?? {}).filter(([, { take }]) => take === "last");
  const ends = [...moments.map(([name]) => name), ...OTHER_ENDS].flatMap((name) => columns.get(name)?.profile ?? []);
  const isOnce = (columns.get(table.key[0] ?? "")?.profile.distinctness ?? 0) >= ONCE;
  const words = moments.flatMap(([, moment]) => moment.words.flat()).map(plainHeader);
  const isEnd = (value: string) => words.includes(plainHeader(value));
  const state = sheet.columns.find(
    ({ header, values }) => values.size <= STATES && meaningOf(header, table, "status", knowledge) > 0 && [...values.keys()].some(isEnd),
  );
  const names = sheet.layout.header.names;
  // times that are joined from another file are not to be seen here
  if (isDerived || !isOnce || !state || ends.length === 0 || ends.some(({ header }) => !names.includes(header))) return;
  const counts = new Map<string, number>();
  for (const own of form.sheets)
    for await (const fields of recordsOf({ ...own, only: sheet.only })) {
      const cell = (header: string) => fields[names.indexOf(header)]?.trim() ?? "";
      const said = cell(state.header);
      const isOpen = ends.every(({ header, blanks }) => cell(header) === "" || blanks.has(cell(header)));
      if (isOpen && isEnd(said)) counts.set(said, (counts.get(said) ?? 0) + 1);
    }
  const cancelled = (knowledge.words.moments[table.id]?.["cancelled_at"]?.words.flat() ?? []).map(plainHeader);
  const undated = [...counts].filter(([word, count]) => cancelled.includes(plainHeader(word)) && count === state.values.get(word));
  if (undated.length > 0) {
    setAside(
      draft,
      state.header,
      undated.map(([word]) => word),
    );
    const said = undated.map(([word, count]) => `${word} ${count}`).join("、");
    remarks.push(
      doubt(["where", state.header], `已撤销却没有时间，不算：${said}`, `cancelled without a time, and so not counted: ${said}`),
    );
    for (const [word] of undated) counts.delete(word);
  }
  if (counts.size === 0) return;
  const listed = [...counts].map(([value, count]) => `${value} ${count}`);
  const missing = [...new Set(ends.map(({ header }) => header))].join(" / ");
  remarks.push(
    doubt(
      ["columns"],
      `“${state.header}”已结束却没有 ${missing}，会一直算作未结：${listed.join("、")}`,
      `ended by ${state.header} but without ${missing}, and so open for ever: ${listed.join(", ")}`,
    ),
  );
}
