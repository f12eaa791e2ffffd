/** A span of working time, in minutes of the day: from the first, up to the last. */
export interface WorkingSpan {
  from: number;
  to: number;
}

const MINUTES_A_DAY = 1440;

const minuteOf = (hour: string, minute: string): number => Number(hour) * 60 + Number(minute);

/** `09:00-12:00` as minutes of the day; null when it is not a span, or ends before it starts. */
export function parseSpan(text: string): WorkingSpan | null {
  const [, ...parts] = /^(\d\d):([0-5]\d)-(\d\d):([0-5]\d)$/.exec(text) ?? [];
  const [fromHour = "", fromMinute = "", toHour = "", toMinute = ""] = parts;
  const [from, to] = [minuteOf(fromHour, fromMinute), minuteOf(toHour, toMinute)];
  return parts.length > 0 && from < to && to <= MINUTES_A_DAY ? { from, to } : null;
}

/** Whether each span starts at or after the end of the one before it. */
export const areInOrder = (spans: readonly WorkingSpan[]): boolean => spans.every(({ from }, i) => from >= (spans[i - 1]?.to ?? 0));

/** Working minutes of a day before a minute of it, 0 to 1440. */
export const minutesWorked = (spans: readonly WorkingSpan[], minute: number): number =>
  spans.reduce((sum, { from, to }) => sum + Math.min(Math.max(minute - from, 0), to - from), 0);

/** Working hours of a working day with spans such as `09:00-12:00`. */
export const hoursADay = (spans: readonly string[]): number =>
  minutesWorked(
    spans.flatMap((span) => parseSpan(span) ?? []),
    MINUTES_A_DAY,
  ) / 60;
