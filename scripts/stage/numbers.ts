const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

const WRITTEN =
  /^(?<sign>[+-]?)(?<currency>¥?)(?<inner>[+-]?)(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)(?:[eE](?<power>[+-]?\d{1,3}))?(?<scale>[%万亿]?)$/;

const POWERS: Readonly<Record<string, number>> = { "": 0, "%": -2, 万: 4, 亿: 8 };

/** Reads `1234.5`, `1,234.50`, `12.5%` (0.125), `3.2万`, `1.5亿`, `¥80`, full-width digits; null when the text is no number. */
export function readNumber(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  const parts = WRITTEN.exec(text.normalize("NFKC").replace(/\s/g, ""))?.groups;
  if (!parts) return null;
  const { sign = "", inner = "", digits = "", power = "0", scale = "" } = parts;
  if (sign !== "" && inner !== "") return null;
  return Number(`${sign}${inner}${digits.replaceAll(",", "")}e${Number(power) + (POWERS[scale] ?? 0)}`);
}
