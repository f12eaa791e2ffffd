import type { Draft } from "./draft.ts";
import type { Knowledge } from "./knowledge.ts";
import { recognise } from "./recognise.ts";
import { doubt } from "./remark.ts";
import { draftOf } from "./what-is.ts";

/**
 * The entry that takes the files of one that would show no metric, such as an issue tracker's, which says when issues were resolved, but
 * not when anybody decided on them; null where there is none, or its table has a source.
 */
export function insteadOf(draft: Draft, taken: ReadonlySet<string>, knowledge: Knowledge): Draft | null {
  const { table, columns, form, settings } = draft;
  const rule = knowledge.words.instead[table.id];
  if (!rule || taken.has(rule.take) || rule.without.some((name) => columns.has(name))) return null;
  const found = recognise(form.whole, knowledge).find((each) => each.table.id === rule.take);
  if (!found || !rule.with.some((name) => found.columns.has(name))) return null;
  const other = draftOf(form, found);
  other.settings.system = settings.system;
  const lacking = rule.without.slice(0, SHOWN).map((name) => `${table.columns[name]?.label.zh ?? name}（${name}）`);
  other.remarks.push(
    doubt(
      [],
      `也像“${table.label.zh}”，但没有${lacking.join("、")}等，那样一项指标也没有，所以作为“${other.table.label.zh}”`,
      `like ${table.id} as well, which would show nothing without ${rule.without.slice(0, SHOWN).join(", ")} and such; so taken for ${other.table.id}`,
    ),
  );
  return other;
}

/** Columns that are named. */
const SHOWN = 3;
