/** Every character that leaves no mark of its own, but the plain blank. */
const INVISIBLE = /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** A text as people can see it: `ab⟨U+200B⟩c` for one with a zero-width blank in it. */
export const visible = (text: string): string =>
  text.replace(INVISIBLE, (character) => `⟨U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}⟩`);
