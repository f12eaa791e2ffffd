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

/** What is sorted: a row, or where a table has several bodies one of them, with all that belongs to its first row. */
type Entry = HTMLTableRowElement | HTMLTableSectionElement;

const cellsOf = (entry: Entry) => (entry instanceof HTMLTableRowElement ? entry.cells : entry.rows[0]?.cells);

/** The entries by a column; what is missing comes last, and equal ones keep their places. */
function sortedBy(
  entries: readonly Entry[],
  { column, direction }: Order,
  { isNumber, lang }: { isNumber: boolean; lang: string },
): Entry[] {
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const keyed = entries.map((row) => ({ row, key: keyOf(cellsOf(row)?.[column], isNumber) }));
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

/** A table whose rows its heads sort, but for those that say `data-unsorted`; each keeps its place as it was written in `data-place`. */
export class SortableTable extends HTMLElement {
  #written: Entry[] = [];
  #order: Order | null = null;

  connectedCallback(): void {
    if (this.querySelector("thead button")) return;
    const bodies = [...(this.querySelector("table")?.tBodies ?? [])];
    this.#written = bodies.length > 1 ? bodies : [...(bodies[0]?.rows ?? [])];
    for (const [place, row] of this.#written.entries()) row.dataset["place"] = String(place);
    for (const [column, head] of this.#heads().entries()) if (!("unsorted" in head.dataset)) this.#offer(head, column);
    const order = orders.get(this.parentElement ?? this);
    if (order) this.#sort(order);
  }

  /** Writes its entries in the order of their ids; a column by which a reader has sorted them goes before that, once all cells are up to date. */
  arrange(ids: readonly string[]): void {
    this.#written.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    queueMicrotask(() => this.#sort(this.#order));
  }

  #heads(): HTMLTableCellElement[] {
    return [...(this.querySelector("table")?.tHead?.rows[0]?.cells ?? [])];
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
    this.#order = order;
    const heads = this.#heads();
    for (const head of heads) head.removeAttribute("aria-sort");
    const head = order ? heads[order.column] : undefined;
    if (order) head?.setAttribute("aria-sort", order.direction);
    const lang = this.closest<HTMLElement>("[lang]")?.lang ?? "";
    const rows = order && head ? sortedBy(this.#written, order, { isNumber: head.classList.contains("number"), lang }) : this.#written;
    const holder = rows[0]?.parentElement;
    // what stands where it should keeps its focus, and what is drawn in it
    if (rows.some((row, place) => place > 0 && row.previousElementSibling !== rows[place - 1])) holder?.append(...rows);
  }
}

customElements.define("sortable-table", SortableTable);
