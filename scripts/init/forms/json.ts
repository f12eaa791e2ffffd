import { type ColumnProfile, ColumnProfiler, someOf } from "../column-profile.ts";

type JsonObject = Readonly<Record<string, unknown>>;

function objectOf(text: string): JsonObject | null {
  if (!text.startsWith("{")) return null;
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return null;
  }
}

const textOf = (value: unknown) => (typeof value === "object" || value === undefined ? "" : String(value));

/** What the members of a column's JSON objects hold, as columns of their own named `Header.member`; none where it holds no objects. */
export function membersIn(column: ColumnProfile): ColumnProfile[] {
  const some = someOf(column, 50);
  if (some.length === 0 || !some.every((text) => objectOf(text) !== null)) return [];
  const objects = [...column.values].flatMap(([text, count]) => Array.from({ length: count }, () => objectOf(text) ?? {}));
  const names = [...new Set(objects.flatMap((each) => Object.keys(each)))];
  return names.map((name) => {
    const member = new ColumnProfiler(`${column.header}.${name}`);
    for (const object of objects) member.add(textOf(object[name]));
    return member.profile;
  });
}
