/** Sets a space between Chinese and the Latin letters or digits beside it, where there is none, so that it stands in copied text too; before a value that is marked there is none. */
export const spaced = (text: string): string =>
  text
    .replace(/(\p{Script=Han}) (?=暂定 [\d+−¥≥≤≈])/gu, "$1")
    .replace(/(\p{Script=Han})(?=[A-Za-z0-9+−¥≥≤≈])/gu, "$1 ")
    .replace(/([A-Za-z0-9%†])(?=\p{Script=Han})/gu, "$1 ");

type Texts = { readonly [key: string]: unknown };

/** The same words, with each text, and each that one of their functions gives, put through a function. */
export function throughout<T extends object>(words: T, change: (text: string) => string): T {
  const changed = (value: unknown): unknown => {
    if (typeof value === "string") return change(value);
    if (typeof value === "function") return (...args: unknown[]) => changed(value(...args));
    if (Array.isArray(value)) return value.map(changed);
    return value && typeof value === "object" ? throughout(value, change) : value;
  };
  return Object.fromEntries(Object.entries(words as Texts).map(([key, value]) => [key, changed(value)])) as T;
}
