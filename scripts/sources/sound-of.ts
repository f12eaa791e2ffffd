import { exportSchema, type Given } from "./export-settings.ts";

const partial = exportSchema.partial();

type Path = readonly PropertyKey[];

/** What is said of an export without what is not of the right form, so that its other faults are found as well; null where nothing is. */
export function soundOf(given: unknown): Given | null {
  const rest: unknown = structuredClone(given);
  for (;;) {
    const { data, error } = partial.safeParse(rest);
    if (data) return data as Given;
    const wrong = error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
    );
    if (!wrong.every((path) => dropAt(rest, path))) return null;
  }
}

/** Takes out what stands at a path or, where that cannot be missed there, what it is part of; whether it is gone. */
function dropAt(given: unknown, path: Path): boolean {
  const key = path.at(-1);
  if (key === undefined) return false;
  const parent = path.slice(0, -1).reduce((value, each) => (value as Record<PropertyKey, unknown> | undefined)?.[each], given);
  if (parent === undefined) return true;
  const isPart = typeof parent === "object" && parent !== null && !Array.isArray(parent) && Object.hasOwn(parent, key);
  return isPart ? Reflect.deleteProperty(parent, key) : dropAt(given, path.slice(0, -1));
}
