import { isUtf8 } from "node:buffer";
import { type DataType, type DecimalType, Type } from "@uwdata/flechette";

const DAY_LENGTH = "YYYY-MM-DD".length;

/** Writes the values of a Parquet column as an exact export would: ISO dates on the wall clock, all digits of a decimal. */
export function textOf(type: DataType): (value: unknown) => string {
  switch (type.typeId) {
    case Type.Dictionary:
      return textOf(type.dictionary);
    case Type.Date:
      return remembering((value) => new Date(Number(value)).toISOString().slice(0, DAY_LENGTH));
    case Type.Timestamp:
      return (value) => new Date(Number(value)).toISOString().slice(0, -1);
    case Type.Decimal:
      return (value) => decimalText(BigInt(value as bigint), type as DecimalType);
    case Type.Binary:
    case Type.FixedSizeBinary:
      return (value) => binaryText(value as Uint8Array);
    default:
      return (value) => (typeof value === "object" ? nestedText(value) : String(value));
  }
}

/** Days occur again and again. */
function remembering(write: (value: unknown) => string): (value: unknown) => string {
  const known = new Map<unknown, string>();
  return (value) => {
    const text = known.get(value) ?? write(value);
    known.set(value, text);
    return text;
  };
}

function decimalText(unscaled: bigint, { scale }: DecimalType): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  const point = digits.length - scale;
  const sign = unscaled < 0n ? "-" : "";
  return scale > 0 ? `${sign}${digits.slice(0, point)}.${digits.slice(point)}` : `${sign}${digits}`;
}

/** Old writers store text as bytes without saying that it is text. */
function binaryText(bytes: Uint8Array): string {
  return isUtf8(bytes) ? Buffer.from(bytes).toString("utf8") : `0x${Buffer.from(bytes).toString("hex")}`;
}

const nestedText = (value: unknown) => JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
