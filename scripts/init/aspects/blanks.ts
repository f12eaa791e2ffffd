import { MISSING } from "../../sources/export-settings.ts";
import type { Aspect } from "../draft.ts";
import { plainHeader } from "../plain-header.ts";
import { doubt } from "../remark.ts";

/** What says in the columns of a table that nothing is there, beside what always does. */
export const blanksAspect: Aspect = ({ columns, settings, remarks }, { knowledge }) => {
  const always = knowledge.words.blank.always.map(plainHeader);
  const counts = new Map<string, number>();
  for (const [name, { profile }] of columns)
    for (const [word, count] of profile.blanks) {
      if (MISSING.includes(word)) continue;
      if (always.includes(plainHeader(word))) counts.set(word, (counts.get(word) ?? 0) + count);
      else settings.values = { ...settings.values, [name]: { ...settings.values?.[name], [word]: "" } };
    }
  if (counts.size === 0) return;
  settings.missing = [...MISSING.filter(Boolean), ...counts.keys()];
  const listed = [...counts].map(([word, count]) => `${word} ${count}`);
  remarks.push(doubt(["missing"], `当作没有值（格数）：${listed.join("、")}`, `taken for blank, with their cells: ${listed.join(", ")}`));
};
