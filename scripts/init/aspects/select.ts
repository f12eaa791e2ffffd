import type { Aspect } from "../draft.ts";

/** Writes the SELECT that other aspects have asked for. */
export const selectAspect: Aspect = ({ settings, select: { columns, join, from, where, qualify } }) => {
  if (columns.length === 0 && join === null && qualify === null) return;
  const all = join === null ? "*" : "records.*";
  const lines = [
    `select ${[all, ...columns].join(", ")}`,
    `from ${from === null ? "records" : `${from} as records`}${join === null ? "" : ` ${join}`}`,
    ...(where === null ? [] : [`where ${where}`]),
    ...(qualify === null ? [] : [`qualify ${qualify}`]),
  ];
  settings.sql = `${lines.join("\n")}\n`;
};
