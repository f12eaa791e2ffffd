import { FONT_SIZE, textWidth } from "../../charts/parts/measure.ts";

/** A line of a title holds so many Chinese characters, and a title so many lines. */
const [CHARACTERS, LINES] = [28, 2];

const fits = (text: string): boolean => textWidth(text) / FONT_SIZE <= CHARACTERS * LINES;

/** Where a sentence may be parted: behind a stop first, then behind a semicolon, else behind a comma. */
const PARTS = [/(?<=[。？！]|[.?!]\s)/u, /(?<=；|;\s)/u, /(?<=，|,\s)/u];

/** Parts a text into as much as fits in the two lines of a title, and the rest; a first clause that is longer stays whole. */
export function headline(text: string): { title: string; lead: string } {
  if (fits(text)) return { title: text, lead: "" };
  for (const stop of PARTS) {
    const parts = text.split(stop);
    const most = parts.findLastIndex(
      (_, i) =>
        i < parts.length - 1 &&
        fits(
          parts
            .slice(0, i + 1)
            .join("")
            .trim(),
        ),
    );
    if (most >= 0)
      return {
        title: trimmed(parts.slice(0, most + 1).join("")),
        lead: capital(
          parts
            .slice(most + 1)
            .join("")
            .trim(),
        ),
      };
  }
  return { title: text, lead: "" };
}

/** Without the comma at which it was parted. */
const trimmed = (text: string) => text.trim().replace(/[，；,;]$/u, "");

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
