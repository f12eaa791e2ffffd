import type { RenderFunction } from "@observablehq/plot";

/** A datum that the reader has kept or left out; without a selection it is neither. */
export interface Selectable {
  isSelected?: boolean | undefined;
}

/** Class of what belongs to the datum. */
export const selectedClass = ({ isSelected }: Selectable): string | undefined =>
  isSelected === undefined ? undefined : isSelected ? "selected" : "unselected";

/** Several classes as one, those that are missing left out. */
export const classes = (...names: readonly (string | undefined)[]): string | undefined => names.filter(Boolean).join(" ") || undefined;

/** Options of a mark with an element per row: each takes the class of its row, where a selection is in effect. */
export function selectable(rows: readonly Selectable[]): { render?: RenderFunction } {
  if (rows.every(({ isSelected }) => isSelected === undefined)) return {};
  const render: RenderFunction = (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    index.forEach((row, place) => {
      const name = selectedClass(rows[row] ?? {});
      if (name) group?.children[place]?.setAttribute("class", name);
    });
    return group;
  };
  return { render };
}
