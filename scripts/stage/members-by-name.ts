import type { Text } from "../../src/core/text.ts";

/** The id of the member that a name in any language stands for; an id, or the name of several members, stands for none. */
export function membersByName(members: readonly (readonly [string, Text | readonly string[]])[]): Map<string, string> {
  const ids = new Set(members.map(([id]) => id));
  const named = Map.groupBy(
    members.flatMap(([id, label]) =>
      [...new Set(Object.values(label).filter((name) => name !== undefined))].map((name) => [name, id] as const),
    ),
    ([name]) => name,
  );
  return new Map([...named].flatMap(([name, [first, ...others]]) => (first && others.length === 0 && !ids.has(name) ? [first] : [])));
}
