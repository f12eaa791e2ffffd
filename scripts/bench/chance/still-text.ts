import type { StillSignals } from "./still-signals.ts";

const digits = (share: number) => share.toFixed(3);

const rowOf = ({ family, companies, pages, share, interval: [low, high], limits, said }: StillSignals) => {
  const [most] = said;
  const cells = [
    family,
    companies,
    pages,
    `${digits(share)} (${digits(low)}–${digits(high)})`,
    digits(limits),
    most ? `${most[0]}: ${most[1]}` : "–",
  ];
  return `| ${cells.join(" | ")} |`;
};

/** The table of whole companies, as Markdown. */
export const stillText = (rows: readonly StillSignals[]): string =>
  [
    "Pages of whole companies with any signal where nothing happens (95 % interval), and by three rules on limits; what it is said of most often:",
    "",
    "| family | companies | pages | verdicts | rules | most often |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map(rowOf),
  ].join("\n");
