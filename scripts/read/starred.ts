import { literal } from "./literal.ts";

/** What a name with `*` fits: the name, where each `*` may be any text. */
export const starred = (pattern: string): RegExp => new RegExp(`^${pattern.trim().split("*").map(literal).join(".*")}$`);
