import { z } from "zod";
import type { Staged } from "./staged.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Checks of zod that a JSON schema tells in full; of a custom one it says nothing. */
const SAID_IN_JSON: ReadonlySet<string> = new Set(["string_format", "number_format", "greater_than", "less_than"]);

/** A check that says yes only to what a schema takes, at a fraction of the time; of what it does not take, the schema has to be asked. */
export function quickCheck(schema: z.ZodType): (value: Staged) => boolean {
  const bare = schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
  if (bare.def.checks?.some((check) => !SAID_IN_JSON.has(check._zod.def.check))) return () => false;
  const { $schema: _, ...rules } = z.toJSONSchema(bare, { unrepresentable: "any" });
  return checkOf(rules) ?? (() => false);
}

/** Undefined when a rule is not one of those known here. */
function checkOf({
  type,
  pattern,
  minimum = Number.NEGATIVE_INFINITY,
  maximum = Number.POSITIVE_INFINITY,
  ...others
}: JsonSchema): ((value: Staged) => boolean) | undefined {
  if (Object.keys(others).length > 0) return undefined;
  if (type === "string") {
    const form = new RegExp(pattern ?? "");
    return pattern === undefined ? (value) => typeof value === "string" : (value) => typeof value === "string" && form.test(value);
  }
  const isOfType = type === "integer" ? Number.isSafeInteger : Number.isFinite;
  if (type !== "integer" && type !== "number") return undefined;
  return (value) => isOfType(value) && (value as number) >= minimum && (value as number) <= maximum;
}
