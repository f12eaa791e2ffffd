import { escape as escaped } from "html-escaper";
import { hrefOf, isNumber, rawOf, type TableCell, type TableData, textOf } from "./table.ts";

const significant = (raw: string | number) => (typeof raw === "number" ? String(Number(raw.toPrecision(7))) : raw);

/** What a cell sorts by, where that is not its text. */
function sortKey(cell: TableCell): string {
  const raw = rawOf(cell);
  return raw === null || raw === textOf(cell) ? "" : ` data-raw="${escaped(significant(raw))}"`;
}

const classOf = (cell: TableCell) => (isNumber(cell) ? ' class="number"' : "");
const headCell = (cell: TableCell) => `<th scope="col"${classOf(cell)}>${escaped(textOf(cell))}</th>`;
/** A cell, which says its head where it is an entry of a list. */
function bodyCell(cell: TableCell, head?: TableCell): string {
  const named = head === undefined ? "" : ` data-head="${escaped(textOf(head))}"`;
  return `<td${classOf(cell)}${named}${sortKey(cell)}>${content(cell)}</td>`;
}

function content(cell: TableCell): string {
  const [text, href] = [escaped(textOf(cell)), hrefOf(cell)];
  return href === undefined ? text : `<a href="${escaped(href)}">${text}</a>`;
}

function row([first, ...rest]: readonly TableCell[], [, ...heads]: readonly TableCell[] = []): string {
  const name = first === undefined ? "" : `<th scope="row"${sortKey(first)}>${content(first)}</th>`;
  return `<tr>${name}${rest.map((cell, at) => bodyCell(cell, heads[at])).join("")}</tr>`;
}

/** The table as HTML, which its heads sort where there is script; a hidden caption is read out but not seen, where a heading beside the table says the same. */
export function tableHtml({ caption, head, rows, isListed = false }: TableData, isCaptionHidden = false): string {
  const captionClass = isCaptionHidden ? ' class="visually-hidden"' : "";
  return (
    `<sortable-table><table${isListed ? ' class="listed"' : ""}><caption${captionClass}>${escaped(caption)}</caption>` +
    `<thead><tr>${head.map(headCell).join("")}</tr></thead><tbody>${rows.map((each) => row(each, isListed ? head : [])).join("")}</tbody></table></sortable-table>`
  );
}
