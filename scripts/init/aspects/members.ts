import type { Aspect, Draft, Making } from "../draft.ts";

/** Adds the values of columns that refer to hand-kept tables to their rosters; before `membersAspect` of any entry. */
export function gatherMembers({ table, columns }: Draft, { rosters }: Making): void {
  for (const [name, { profile }] of columns) {
    const column = table.columns[name];
    if (column) rosters.of(column)?.add(profile.values);
  }
}

/** What values of columns that refer to hand-kept tables mean, where a member is called otherwise. */
export const membersAspect: Aspect = ({ table, columns, settings }, { rosters }) => {
  for (const [name, { profile }] of columns) {
    const column = table.columns[name];
    const roster = column ? rosters.of(column) : null;
    if (!roster) continue;
    const renamed = [...profile.values.keys()].filter((value) => !roster.isSaid(value)).map((value) => [value, roster.idOf(value)]);
    if (renamed.length > 0) settings.values = { ...settings.values, [name]: Object.fromEntries(renamed) };
  }
};
