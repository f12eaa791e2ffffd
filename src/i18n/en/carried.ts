import type { carried as zh } from "../zh/carried.ts";
import { capital, inSentence } from "./in-sentence.ts";

const preposed =
  (preposition: string) =>
  (things: string, member: string): string =>
    `${things} ${preposition} ${member}`;

/** Sentences on who carried a change, in English. */
export const carried: typeof zh = {
  mostly: (things, amount) => `Mostly ${things} (${amount}).`,
  foremost: ({ things, amount, whole }) => `${capital(things)} stand out: ${amount} of ${whole}.`,
  exceeds: ({ things, amount, whole, offset }) =>
    `${capital(things)} alone moved it by ${amount}, more than the whole change (${whole}); the others offset ${offset}.`,
  mix: ({ member, isMore, before, after }) =>
    `Mostly a shift in mix: the share of “${member}” ${isMore ? "grew" : "shrank"} from ${before} to ${after}.`,
  reversed: ({ member, isMore, before, after, dimension, isRise }) =>
    `The whole ${isRise ? "rose" : "fell"} although every ${inSentence(dimension)} ${isRise ? "fell" : "rose"}: ${isMore ? "more" : "less"} of it came from ${member} (${before} → ${after}).`,
  alike: (dimension) => `No ${inSentence(dimension)} stands out: all changed roughly alike.`,
  things: {
    any: (things, member) => `${things} under “${member}”`,
    region: preposed("in"),
    segment: preposed("in"),
    product_line: preposed("in"),
    request_type: preposed("in"),
    meeting_series: preposed("in"),
    department: preposed("from"),
    "responses.department": preposed("by"),
    "resolutions.department": preposed("by"),
    "requests.department": preposed("to"),
    "open_requests.department": preposed("to"),
    "ratings.department": preposed("of"),
    "goals.department": (_, member) => `goals of ${member}`,
    "delay_losses.department": preposed("due to"),
    "losses_borne.department": preposed("borne by"),
    "delays.department": preposed("borne by"),
    "meeting_departments.department": (_, member) => `meetings with ${member}`,
    source: preposed("from"),
    side: preposed("from"),
    requested_by: preposed("from"),
    counterpart: preposed("with"),
    product: preposed("for"),
    output: preposed("for"),
    item: (things, member) => `${things} to “${member}”`,
    grade: preposed("in grade"),
    level: (_, member) => `${inSentence(member)} goals`,
    promise: (_, member) => `${inSentence(member)}s`,
  },
  brief: {
    alike: (dimension) => `alike by ${inSentence(dimension)}`,
    mix: (member) => `mix: ${member}`,
  },
};
