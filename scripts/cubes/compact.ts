import { type Column, columnFromArray, dictionary, type Table, Type, tableFromColumns, utf8 } from "@uwdata/flechette";

const TEXTS: readonly number[] = [Type.Utf8, Type.Dictionary];

/** A column as one batch; texts as a dictionary, unless all are missing: one without words is none that a reader of Arrow could open. */
function packed(column: Column<unknown>): Column<unknown> {
  const isOfWords = TEXTS.includes(column.type.typeId) && column.nullCount < column.length;
  return columnFromArray(column.toArray() as unknown[], isOfWords ? dictionary(utf8()) : column.type);
}

/** A cube as compact Arrow: texts as dictionaries, all else in the types that it has. */
export const compact = (table: Table): Table =>
  tableFromColumns(Object.fromEntries(table.names.map((name) => [name, packed(table.getChild(name))])));
