const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Writes characters that XML cannot hold as they are: `_x000D_` is a carriage return, `_x005F_` an underscore (ISO 29500-1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes("_x") ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
