import { z } from "zod";
import type { Text } from "../core/text.ts";

/** A text in every language of the site. */
export const text = z.strictObject({ zh: z.string(), en: z.string() }) satisfies z.ZodType<Text>;
