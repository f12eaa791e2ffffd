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
