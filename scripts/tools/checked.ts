import { basename } from "node:path";
import { z } from "zod";
import { bothOf, DataError, type Issue, NOTHING, nearest, oneOf, orNearest } from "../../src/core/errors.ts";
import type { Text } from "../../src/core/text.ts";
import { wrongSignIn } from "./wrong-signs.ts";
import type { Yaml } from "./yaml.ts";

type ZodIssue = z.core.$ZodIssue;

/** What a file with settings says, by its schema. Throws one DataError with all that is wrong: the line, the place, what was found and what was expected. */
export function checked<S extends z.ZodType>(schema: S, yaml: Yaml): z.output<S> {
  const { data, error } = schema.safeParse(yaml.value);
  if (error) throw unusable(faultsOf(error, schema), yaml);
  return data as z.output<S>;
}

/** All that a schema finds wrong with a file. */
export const faultsOf = (error: z.ZodError, schema: z.ZodType): Fault[] => error.issues.flatMap((issue) => flattened(issue, schema));

/** Settings that cannot be used, with what is wrong at each place. */
export function unusable(faults: readonly Fault[], yaml: Yaml): DataError {
  const placed = [...Map.groupBy(faults, ({ path }) => pathText(path)).values()].flatMap(([first]) => first ?? []);
  const issues = placed.filter((fault) => !isMisspelt(fault, faults)).map((fault) => faultAt(fault, yaml));
  return new DataError(`配置有误 · ${yaml.file} cannot be used`, issues);
}

/** Whether a key is only missing because it is misspelt, which is a fault of its own. */
const isMisspelt = ({ path, found }: Fault, faults: readonly Fault[]): boolean =>
  found === undefined &&
  faults.some(
    (other) =>
      typeof other.found === "string" &&
      other.path.slice(0, -1).join(".") === path.slice(0, -1).join(".") &&
      nearest(other.found, [String(path.at(-1))]) !== undefined,
  );

/** What is wrong at one place of a file with settings. */
export interface Fault {
  path: readonly PropertyKey[];
  /** What may stand there: one of some choices, or something else. */
  expected: string | Text | { choices: readonly string[] } | { text: string; near: readonly string[] };
  /** What was found, where it is not the value at the place. */
  found?: string | Text;
  remedy?: Text | undefined;
}

/** A fault as an issue of its file. */
function faultAt({ path, expected, found, remedy }: Fault, { file, value, lineOf }: Yaml): Issue {
  const shown = found ?? written(valueAt(value, path));
  // where nothing stands, a sign in the key may have kept it from being one
  const word = typeof shown === "string" ? shown : "";
  const signed = shown === NOTHING ? String(path.at(-1) ?? "") : word;
  return {
    ...{ file: basename(file), line: lineOf(path), column: pathText(path) || undefined, found: shown },
    expected: textOf(expected, word),
    remedy: remedy ?? remedyOf(signed),
  };
}

/** `exports.deals.files`; of a list, `exports.deals#2.files` is what its second item says. */
export const pathText = (path: readonly PropertyKey[]) =>
  path.map((key, at) => (typeof key === "number" ? `#${key + 1}` : `${at === 0 ? "" : "."}${String(key)}`)).join("");

function written(given: unknown): string | Text {
  if (given === undefined || given === null) return NOTHING;
  return typeof given === "string" && given !== "" ? given : JSON.stringify(given);
}

/** What to do about a text with a sign that only looks like one of YAML. */
function remedyOf(word: string): Text | undefined {
  const sign = wrongSignIn(word);
  return sign && { zh: `${sign.found.zh}：应为 ${sign.expected.zh}`, en: `${sign.found.en}: expected ${sign.expected.en}` };
}

/** Faults of one place each; of a union, those of the branch that was meant. */
function flattened(issue: ZodIssue, schema: z.ZodType, above: readonly PropertyKey[] = []): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const choices = keysAt(schema, path);
    return issue.keys.map((key) => ({ path: [...path, key], found: key, expected: { choices } }));
  }
  if (issue.code !== "invalid_union" || !isPlain(issue.message)) return [faultOf(issue, path, schema)];
  const isOfOtherKind = (branch: readonly ZodIssue[]) => branch.some((each) => each.path.length === 0 && each.code !== "unrecognized_keys");
  const [meant] = issue.errors.filter((branch) => !isOfOtherKind(branch)).sort((a, b) => a.length - b.length);
  if (meant) return meant.flatMap((each) => flattened(each as ZodIssue, schema, path));
  const all = issue.errors.flatMap((branch) => branch.flatMap((each) => flattened(each as ZodIssue, schema, path)));
  const texts = [...new Map(all.map(({ expected }) => [JSON.stringify(expected), bothOf(textOf(expected))])).values()];
  return [{ path, expected: { zh: texts.map(({ zh }) => zh).join("，或"), en: texts.map(({ en }) => en).join(", or ") } }];
}

function textOf(expected: Fault["expected"], word = ""): string | Text {
  if (typeof expected === "string") return expected;
  if ("choices" in expected) return oneOf(expected.choices, word);
  return "near" in expected ? `${expected.text}${orNearest(word, expected.near)}` : expected;
}

/** Whether a message is zod's own, and says less than we know. */
const isPlain = (message: string) => message.startsWith("Invalid") || message.startsWith("Too ");

function faultOf(issue: ZodIssue, path: readonly PropertyKey[], schema: z.ZodType): Fault {
  if (issue.code === "invalid_value") return { path, expected: { choices: issue.values.map(shownChoice) } };
  if (issue.code !== "custom" && isPlain(issue.message)) return { path, expected: plainly(issue, keysAt(schema, path, true)) };
  const choices = issue.code === "custom" ? ((issue.params?.["choices"] as string[] | undefined) ?? []) : [];
  const expected = issue.message.replace(/^expected /, "");
  return { path, expected: { text: expected, near: choices } };
}

/** A blank as people can see it. */
const shownChoice = (value: unknown) => (/^\s*$/.test(String(value)) ? JSON.stringify(value) : String(value));

const KINDS: Readonly<Record<string, Text>> = {
  string: { zh: "文字", en: "a text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  tuple: { zh: "两项的列表，如 [4, 5]", en: "a list of two such as [4, 5]" },
  array: { zh: "列表，如 [甲, 乙]", en: "a list such as [one, other]" },
};

/** What was expected where zod's own words are a programmer's; `keys` are those that must be there. */
function plainly(issue: ZodIssue, keys: readonly string[]): Text {
  if (issue.code === "invalid_type") {
    const shown = `{ ${keys.length > 0 ? keys.map((key) => `${key}: …`).join(", ") : "a: …, b: …"} }`;
    return KINDS[issue.expected] ?? { zh: `键与值，如 ${shown}`, en: `keys and values such as ${shown}` };
  }
  const isCount = "origin" in issue && (issue.origin === "array" || issue.origin === "string");
  if (issue.code === "too_small") {
    if (isCount) return { zh: "不为空", en: "something, not an empty one" };
    return { zh: `不小于 ${issue.minimum} 的数`, en: `a number of ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}` };
  }
  if (issue.code === "too_big") return { zh: `不大于 ${issue.maximum} 的数`, en: `a number of at most ${issue.maximum}` };
  if (issue.code === "invalid_format" && issue.format === "date") return { zh: "形如 2026-03-31 的日期", en: "a day such as 2026-03-31" };
  return { zh: issue.message, en: issue.message };
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value: unknown, key) => (value as Record<PropertyKey, unknown> | undefined | null)?.[key], given);
}

/** The keys, or those alone that must be there, of the strict objects that a schema may have at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[], isNeeded = false): string[] {
  const bare = withoutDefault(schema);
  if (bare instanceof z.ZodUnion) return [...new Set(bare.options.flatMap((option) => keysAt(option as z.ZodType, path, isNeeded)))];
  const [key, ...rest] = path;
  if (key === undefined) {
    const shape = bare instanceof z.ZodObject ? Object.entries(bare.shape as Record<string, z.ZodType>) : [];
    return shape.filter(([, each]) => !isNeeded || !each.safeParse(undefined).success).map(([name]) => name);
  }
  if (bare instanceof z.ZodObject)
    return Object.hasOwn(bare.shape, key) ? keysAt(bare.shape[String(key)] as z.ZodType, rest, isNeeded) : [];
  if (bare instanceof z.ZodRecord) return keysAt(bare.valueType as z.ZodType, rest, isNeeded);
  return bare instanceof z.ZodArray ? keysAt(bare.element as z.ZodType, rest, isNeeded) : [];
}

/** A schema without what it does with a value before or after. */
function withoutDefault(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) {
    const [before, after] = [schema.in as z.ZodType, schema.out as z.ZodType];
    return withoutDefault(after instanceof z.ZodTransform ? before : after);
  }
  const isOpen = schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional;
  return isOpen ? withoutDefault(schema.unwrap() as z.ZodType) : schema;
}
