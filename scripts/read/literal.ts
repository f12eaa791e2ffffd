/** A text as it stands in a regular expression that finds nothing but the text. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
