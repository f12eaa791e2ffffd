import { isUtf8 } from "node:buffer";
import { type DataType, type DecimalType, type TimestampType, type TimeType, Type } from "@uwdata/flechette";

type Unit = TimeType["unit"];

const DAY_LENGTH = "YYYY-MM-DD".length;
const DAY_SECONDS = 86_400n;

/** How units are called, from seconds on, each of them a thousandth of the one before. */
const UNITS = ["s", "ms", "µs", "ns"] as const;

/** Writes the values of a Parquet column as an exact export would: days, times and instants in ISO form, all digits of a decimal. */
export function textOf(type: DataType, { isUuid }: { isUuid: boolean }): (value: unknown) => string {
  switch (type.typeId) {
    case Type.Dictionary:
      return textOf(type.dictionary, { isUuid });
    case Type.Date:
      return remembering((value) => isoText(Number(value))?.slice(0, DAY_LENGTH) ?? `${value} ms since 1970`);
    case Type.Timestamp: {
      const { unit, timezone } = type as TimestampType;
      return (value) => momentText(value as bigint, unit, Boolean(timezone));
    }
    case Type.Time:
      return (value) => timeText(BigInt(value as bigint | number), (type as TimeType).unit);
    case Type.Decimal:
      return (value) => decimalText(BigInt(value as bigint), type as DecimalType);
    case Type.Binary:
    case Type.FixedSizeBinary:
      return isUuid ? (value) => uuidText(value as Uint8Array) : (value) => binaryText(value as Uint8Array);
    default:
      return (value) => (typeof value === "object" ? nestedText(value) : String(value));
  }
}

/** A time since 1970, to the millisecond: with a Z when it is an instant, without one when it is what the wall clock showed. */
export function momentText(value: bigint, unit: Unit, isInstant: boolean): string {
  const milliseconds = unit === 0 ? value * 1000n : floorDivide(value, 1000n ** BigInt(unit - 1));
  const text = isoText(Number(milliseconds));
  return text === null ? `${value} ${UNITS[unit]} since 1970` : isInstant ? text : text.slice(0, -1);
}

/** Null beyond what JavaScript can count, some 270,000 years. */
function isoText(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** `08:30:00`, with the fraction of a second where there is one. */
function timeText(value: bigint, unit: Unit): string {
  const perSecond = 1000n ** BigInt(unit);
  const [seconds, fraction] = [floorDivide(value, perSecond), value % perSecond];
  if (seconds < 0n || seconds >= DAY_SECONDS) return `${value} ${UNITS[unit]} since midnight`;
  const time = new Date(Number(seconds) * 1000).toISOString().slice("YYYY-MM-DDT".length, -".000Z".length);
  return fraction === 0n ? time : `${time}.${String(fraction).padStart(unit * 3, "0")}`;
}

const floorDivide = (value: bigint, by: bigint): bigint => (value >= 0n ? value / by : -((-value + by - 1n) / by));

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

/** `123e4567-e89b-12d3-a456-426614174000` */
const uuidText = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** Old writers store text as bytes without saying that it is text. */
function binaryText(bytes: Uint8Array): string {
  return isUtf8(bytes) ? Buffer.from(bytes).toString("utf8") : `0x${Buffer.from(bytes).toString("hex")}`;
}

const nestedText = (value: unknown) => JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
