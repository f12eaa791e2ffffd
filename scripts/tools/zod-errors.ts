import { z } from "zod";
import { nearest, unknownName } from "../../src/core/errors.ts";

type Issue = z.core.$ZodIssue;

/** Turns what zod says of a config file into one error of ours: the place, what was found, what was expected, and the nearest name. */
export function describeZodError(error: z.ZodError, schema: z.ZodType, given: unknown, path: string): Error {
  const unknown = error.issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknown?.code === "unrecognized_keys") {
    const place = unknown.path.join(".") || "the top";
    return unknownName(`key at ${place} of ${path}`, unknown.keys[0] ?? "", keysAt(schema, unknown.path), "known");
  }
  return new Error([`${path} cannot be used`, ...error.issues.map((issue) => describe(issue, given))].join("\n"), { cause: error });
}

function describe(issue: Issue, given: unknown): string {
  const found = valueAt(given, issue.path);
  const near = nearest(String(found), choicesOf(issue));
  return `  ${issue.path.join(".")}: ${issue.message}, found ${JSON.stringify(found)}${near ? `; did you mean ${near}?` : ""}`;
}

/** What the place may hold, where that is a list: of an enumeration, or `params.choices` of a refinement. */
function choicesOf(issue: Issue): string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  return issue.code === "custom" ? ((issue.params?.["choices"] as string[] | undefined) ?? []) : [];
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value: unknown, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], given);
}

/** The keys of the strict object that a schema has at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const bare = withoutDefault(schema);
  const [key, ...rest] = path;
  if (key === undefined) return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
  if (bare instanceof z.ZodObject) return keysAt(bare.shape[String(key)] as z.ZodType, rest);
  return bare instanceof z.ZodRecord ? keysAt(bare.valueType as z.ZodType, rest) : [];
}

function withoutDefault(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) return withoutDefault(schema.out as z.ZodType);
  const isOpen = schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional;
  return isOpen ? withoutDefault(schema.unwrap() as z.ZodType) : schema;
}
