/** The namespace of drawings. */
export const SVG = "http://www.w3.org/2000/svg";

/** A coordinate as drawings write it: to one decimal. */
export const rounded = (value: number): number => Number(value.toFixed(1));

/** An SVG element with its attributes; numbers are coordinates. An attribute without a value is left out. */
export function svgElement(document: Document, name: string, attributes: Record<string, string | number | undefined> = {}): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, typeof value === "number" ? String(rounded(value)) : value);
  }
  return element;
}

/** Moves what it is set on. */
export const translated = (x: number, y: number): string => `translate(${rounded(x)},${rounded(y)})`;
