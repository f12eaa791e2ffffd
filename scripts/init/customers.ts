import type { ColumnProfile } from "./column-profile.ts";
import type { Draft } from "./draft.ts";
import { type Knowledge, meaningOf } from "./knowledge.ts";
import { addLookup, shareIn } from "./lookup.ts";
import { doubt } from "./remark.ts";
import { besideOf, type SheetProfile } from "./sheet-profile.ts";

/** Orders from which their customers are doubted, and of 1, how different these are of what the orders are, at least. */
const [ORDERS, AS_DIFFERENT] = [50, 0.99];

/** Of 1, how many customers a list has to know, and how sure it is that a header of it means them. */
const [KNOWN, SURE] = [0.8, 0.7];

/** Of 1, how different ids are at most that stand for those who order again, and how many rows have one at least. */
const [COARSER, FILLED] = [0.99, 0.9];

/**
 * Finds who orders again where each order has a customer of its own: another id in the files, or in a list that knows these customers. That
 * list, or null. What stays so is named, since no customer would ever come back.
 */
export function findPeople(draft: Draft, lists: readonly SheetProfile[], knowledge: Knowledge): SheetProfile | null {
  const { table, sheet, columns, remarks, isDerived } = draft;
  const [order, customer] = [columns.get(table.key[0] ?? ""), columns.get(CUSTOMER)];
  if (!order || !customer || isDerived || order.profile.values.size < ORDERS) return null;
  if (customer.profile.distinctness < order.profile.distinctness * AS_DIFFERENT) return null;
  const said = { zh: `“${customer.header}”几乎每单都不同`, en: `${customer.header} differs in nearly every order` };
  const held = [...columns.values()].map(({ header }) => header);
  const own = personIn(sheet.columns.filter(({ header }) => !held.includes(header)));
  if (own) {
    columns.set(CUSTOMER, own);
    remarks.push(doubt(["columns", CUSTOMER], `${said.zh}，改用“${own.header}”`, `${said.en}: ${own.header} is taken`));
    return null;
  }
  for (const list of lists) {
    const key = list.columns.find((column) => column.distinctness === 1 && shareIn(customer.profile, column) >= KNOWN);
    const person = key && personIn(list.columns.filter((column) => column !== key));
    if (!person || sheet.layout.header.names.includes(person.header)) continue;
    addLookup(draft, { file: besideOf(list), key: { [customer.header]: key.header }, columns: { [person.header]: person.header } });
    columns.set(CUSTOMER, person);
    remarks.push(
      doubt(
        ["columns", CUSTOMER],
        `${said.zh}，改用 ${list.file.name} 里的“${person.header}”`,
        `${said.en}: ${person.header} of ${list.file.name} is taken`,
      ),
    );
    return list;
  }
  remarks.push(
    doubt(
      ["columns", CUSTOMER],
      `${said.zh}，复购率会是 0；若另有客户编号，写在这里或用 lookup 查`,
      `${said.en}, so that none comes back; where there is another id of customers, write it here, or look it up`,
    ),
  );
  return null;

  function personIn(others: readonly ColumnProfile[]) {
    const able = others.filter(
      ({ distinctness, filled, rows, values }) => distinctness < COARSER && values.size > 1 && filled >= rows * FILLED,
    );
    const sure = able.map((profile) => ({
      header: profile.header,
      profile,
      certainty: meaningOf(profile.header, table, CUSTOMER, knowledge),
    }));
    return sure.filter(({ certainty }) => certainty >= SURE).sort((a, b) => b.certainty - a.certainty)[0];
  }
}

const CUSTOMER = "customer_id";
