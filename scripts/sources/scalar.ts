import { z } from "zod";

/** A value as an export writes it: what YAML takes for a number or a flag is meant as its text. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
