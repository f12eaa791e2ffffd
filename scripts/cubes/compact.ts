import {
  type Column,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  int8,
  int16,
  int32,
  type Table,
  Type,
  tableFromColumns,
  uint8,
  uint16,
  utf8,
} from "@uwdata/flechette";

const TEXTS: readonly number[] = [Type.Utf8, Type.Dictionary];
const NUMBERS: readonly number[] = [Type.Int, Type.Float];

/** Whole numbers of an Arrow type. */
interface WholeType {
  type: () => DataType;
  least: number;
  greatest: number;
}

/** The narrowest first. */
const WHOLE_TYPES: readonly WholeType[] = [
  { type: uint8, least: 0, greatest: 2 ** 8 - 1 },
  { type: int8, least: -(2 ** 7), greatest: 2 ** 7 - 1 },
  { type: uint16, least: 0, greatest: 2 ** 16 - 1 },
  { type: int16, least: -(2 ** 15), greatest: 2 ** 15 - 1 },
  { type: int32, least: -(2 ** 31), greatest: 2 ** 31 - 1 },
];

/** The narrowest type that holds numbers exactly. */
function narrowest(numbers: readonly (number | null)[]): DataType {
  const known = numbers.filter((number) => number !== null);
  if (!known.every(Number.isInteger)) return float64();
  const least = known.reduce((low, number) => Math.min(low, number), 0);
  const greatest = known.reduce((high, number) => Math.max(high, number), 0);
  return WHOLE_TYPES.find((whole) => least >= whole.least && greatest <= whole.greatest)?.type() ?? float64();
}

/** Texts as words and the place of each, in the narrowest type. */
function wordsOf(texts: readonly unknown[]): DataType {
  const words = new Set(texts).size;
  return dictionary(utf8(), words <= 2 ** 7 ? int8() : words <= 2 ** 15 ? int16() : int32());
}

/** A text column without words is none that a reader of Arrow could open as a dictionary. */
function typeOf(column: Column<unknown>, values: readonly unknown[]): DataType {
  if (TEXTS.includes(column.type.typeId)) return column.nullCount < column.length ? wordsOf(values) : column.type;
  return NUMBERS.includes(column.type.typeId) ? narrowest(values as readonly (number | null)[]) : column.type;
}

function packed(column: Column<unknown>): Column<unknown> {
  const values = [...column];
  return columnFromArray(values, typeOf(column, values));
}

/** A cube as compact Arrow: each column one batch, texts as dictionaries, numbers in the narrowest type that holds them exactly. */
export const compact = (table: Table): Table =>
  tableFromColumns(Object.fromEntries(table.names.map((name) => [name, packed(table.getChild(name))])));
