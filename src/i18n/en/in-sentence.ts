/** A name as it stands within a sentence: "product line", but "RICE quarter" and "R&D". */
export const inSentence = (name: string) => (/^[A-Z][^a-z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));

/** A name as it begins a sentence. */
export const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
