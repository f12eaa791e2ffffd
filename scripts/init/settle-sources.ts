import type { Asker } from "./asker.ts";
import type { Draft, Making } from "./draft.ts";
import { draftOf } from "./known-drafts.ts";
import type { KnownSource } from "./known-sources.ts";
import { type Relation, relationOf } from "./relation.ts";
import { isFuller, isFurther, latestDay, markFurther, sameText } from "./several-sources.ts";
import { type Unused, unusedForm } from "./unused.ts";
import { nameOf } from "./what-is.ts";

/** Columns that name departments: of two exports that fit alike, the one counts that says between whom. */
const departmentsIn = ({ table, columns }: Draft) =>
  [...columns.keys()].filter((name) => table.columns[name]?.references?.startsWith("departments.")).length;

/** The entries of each table: the surest, and others that hold other records of it, the newest last. */
export async function settled(
  candidates: readonly Draft[],
  fed: readonly KnownSource[],
  unused: Unused[],
  { asker, knowledge }: Making,
): Promise<Draft[]> {
  const bySurety = candidates.toSorted((a, b) => b.score - a.score || departmentsIn(b) - departmentsIn(a));
  const chosen: Draft[] = [];
  for (const own of Map.groupBy(bySurety, ({ table }) => table.id).values()) {
    const there = fed.filter(({ table }) => table.id === own[0]?.table.id);
    const known = (await Promise.all(there.map((each) => draftOf(each, knowledge)))).filter((each) => each !== null);
    // of a source that cannot be looked at nobody knows what it has
    const isOpen = known.length === there.length;
    const sources = [...known];
    for (const draft of isOpen ? own : []) await settle(draft, sources, { unused, asker, isFixed: there.length > 0 });
    for (const draft of isOpen ? [] : own) unused.push(unusedForm(draft.form, fedText(draft)));
    const further = sources.filter((draft) => !known.includes(draft)).map((draft) => ({ ...draft, after: there.length }));
    chosen.push(...further.toSorted((a, b) => latestDay(a) - latestDay(b)));
  }
  const place = (draft: Draft) => candidates.findIndex(({ table }) => table === draft.table);
  return chosen.toSorted((a, b) => place(a) - place(b));
}

const fedText = ({ table }: Draft) => ({
  zh: `也像“${table.label.zh}”的数据，而这张表已有来源`,
  en: `it looks like ${table.id} as well, which has a source already`,
});

interface Settling {
  unused: Unused[];
  asker: Asker;
  /** Whether the sources are what a person, or an earlier run, has written. */
  isFixed: boolean;
}

/** Adds a draft to the sources of its table, takes it in the place of one that holds less of the same, or says why it is not used. */
async function settle(draft: Draft, sources: Draft[], { unused, asker, isFixed }: Settling): Promise<void> {
  const [first] = sources;
  if (!first) {
    sources.push(draft);
    return;
  }
  const relations: { source: Draft; relation: Relation }[] = [];
  for (const source of sources) relations.push({ source, relation: await relationOf(source, draft) });
  const same = relations.find(({ relation: { kind } }) => kind === "same");
  if (same) {
    const isFirst = !isFixed && sources.length === 1 && isFuller(draft, same.source);
    const [kept, other] = isFirst ? [draft, same.source] : [same.source, draft];
    if (isFirst) sources.splice(0, 1, draft);
    unused.push(unusedForm(other.form, sameText(other, kept, same.relation)));
    return;
  }
  const [nearest = { source: first, relation: { kind: "apart", shared: 0 } as Relation }] = relations.toSorted(
    (a, b) => b.relation.shared - a.relation.shared,
  );
  const question = {
    zh: `${nameOf(draft.form)} 和 ${nameOf(first.form)} 都是“${draft.table.label.zh}”吗？`,
    en: `Are ${nameOf(draft.form)} and ${nameOf(first.form)} both ${draft.table.id}?`,
  };
  const yes = { value: true, label: "是，两处都算 · yes, both count" };
  const isTaken = isFurther(first, draft) && (await asker.choose(question, [yes, { value: false, label: "不是 · no" }]));
  if (!isTaken) unused.push(unusedForm(draft.form, fedText(draft)));
  else {
    sources.push(draft);
    markFurther(draft, nearest.source, nearest.relation);
  }
}
