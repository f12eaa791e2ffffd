import { z } from "zod";
import { LOCALES, type Locale, type Text } from "../core/text.ts";

type Other = Exclude<Locale, "zh" | "en">;

const translated = Object.fromEntries(LOCALES.map((locale) => [locale, z.string().optional()])) as Record<
  Other,
  z.ZodOptional<z.ZodString>
>;

/** A text in Chinese and English, and in other languages of the site where it has been translated. */
export const text = z.strictObject({ ...translated, zh: z.string(), en: z.string() }) satisfies z.ZodType<Text>;
