type Direction = "ascending" | "descending";

/** The column by which a table is sorted, and how. */
interface Order {
  column: number;
  direction: Direction;
}

/** Orders by the element that holds a table, so that a table which is written again keeps its order. */
const orders = new WeakMap<Element, Order>();

/** What a cell sorts by: a number, a period's id, else its words; null where it is missing. */
function keyOf(cell: HTMLTableCellElement | undefined, isNumber: boolean): string | number | null {
  const raw = cell?.dataset["raw"];
  if (isNumber) return raw === undefined ? null : Number(raw);
  // ids of periods and days, and of what is counted, order it; other names stand in the order of the language
  const text = raw && /^\d/.test(raw) ? raw : (cell?.textContent ?? "");
  return /[\p{L}\p{N}]/u.test(text) ? text : null;
}

/** The rows by a column; what is missing comes last, and equal rows keep their places. */
function sortedBy(
  rows: readonly HTMLTableRowElement[],
  { column, direction }: Order,
  { isNumber, lang }: { isNumber: boolean; lang: string },
) {
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column], isNumber) }));
  const known = keyed.filter(({ key }) => key !== null);
  const order = direction === "ascending" ? 1 : -1;
  known.sort((a, b) => order * (isNumber ? Number(a.key) - Number(b.key) : compare(String(a.key), String(b.key))));
  return [...known, ...keyed.filter(({ key }) => key === null)].map(({ row }) => row);
}

/** The next order by a column: numbers from the largest, names from the first, then the other way round, then as it was written. */
function nextDirection(now: string | null, isNumber: boolean): Direction | null {
  const [first, second] = isNumber ? (["descending", "ascending"] as const) : (["ascending", "descending"] as const);
  return now === first ? second : now === second ? null : first;
}

/** A table whose rows its heads sort; each keeps its place as it was written in `data-place`. */
class SortableTable extends HTMLElement {
  #written: HTMLTableRowElement[] = [];

  connectedCallback(): void {
    if (this.querySelector("thead button")) return;
    this.#written = [...(this.querySelector("tbody")?.rows ?? [])];
    for (const [place, row] of this.#written.entries()) row.dataset["place"] = String(place);
    for (const [column, head] of this.#heads().entries()) this.#offer(head, column);
    const order = orders.get(this.parentElement ?? this);
    if (order) this.#sort(order);
  }

  #heads(): HTMLTableCellElement[] {
    return [...this.querySelectorAll<HTMLTableCellElement>("thead th")];
  }

  /** Makes a head a button. */
  #offer(head: HTMLTableCellElement, column: number): void {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => this.#choose(head, column));
    head.append(button);
  }

  #choose(head: HTMLTableCellElement, column: number): void {
    const direction = nextDirection(head.getAttribute("aria-sort"), head.classList.contains("number"));
    const holder = this.parentElement ?? this;
    if (direction) orders.set(holder, { column, direction });
    else orders.delete(holder);
    this.#sort(direction && { column, direction });
  }

  #sort(order: Order | null): void {
    const heads = this.#heads();
    for (const head of heads) head.removeAttribute("aria-sort");
    const head = order ? heads[order.column] : undefined;
    if (order) head?.setAttribute("aria-sort", order.direction);
    const lang = this.closest<HTMLElement>("[lang]")?.lang ?? "";
    const rows = order && head ? sortedBy(this.#written, order, { isNumber: head.classList.contains("number"), lang }) : this.#written;
    this.querySelector("tbody")?.append(...rows);
  }
}

customElements.define("sortable-table", SortableTable);
