/** Colours by the names that a theme gives them, so that who changes the theme changes all of them. */
export const COLOUR = {
  ink: "tx1",
  muted: "tx2",
  rule: "accent3",
  value: "accent1",
  worse: "accent2",
  better: "accent1",
  target: "accent4",
} as const;

const shade = (part: number) =>
  `<a:schemeClr val="${COLOUR.ink}"><a:lumMod val="${part * 1000}"/><a:lumOff val="${(100 - part) * 1000}"/></a:schemeClr>`;

/** Shades of the text's colour, which are quiet in every theme; `pptxgenjs` has no shades, and writes the names of these. */
const SHADES: readonly (readonly [name: string, shade: string])[] = [
  [COLOUR.muted, shade(65)],
  [COLOUR.rule, shade(25)],
];

/** XML in which what is quiet has its shade. */
export const withShades = (xml: string): string =>
  SHADES.reduce((text, [name, element]) => text.replaceAll(`<a:schemeClr val="${name}"/>`, element), xml);
