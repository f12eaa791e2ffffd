import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { getSystemErrorMap, stripVTControlCharacters } from "node:util";

/** What Node says of a call to the system that was refused, and what a bundler says of code that it cannot use. */
interface Detailed extends Error {
  code?: string;
  path?: string;
  dest?: string;
  port?: number;
  loc?: { file?: string; line?: number; column?: number };
  /** All that went wrong at once; the message repeats it, with stacks. */
  errors?: readonly Error[];
}

/** The disk of a path that may not be there. */
function freeOn(path: string): string {
  let place = path;
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = statfsSync(place);
  return `${((bavail * bsize) / 1e6).toFixed(1)} MB are free`;
}

const placeOf = ({ dest, path }: Detailed) => dest ?? path;

function fullDisk(error: Detailed): string {
  const place = placeOf(error);
  return `no space is left on the disk${place ? ` of ${place} (${freeOn(place)})` : ""}: make room and repeat`;
}

function refused(error: Detailed): string {
  if (error.port !== undefined) return `port ${error.port} is not for this user: PORT chooses another, from 1024 on`;
  return `${placeOf(error) ?? "a file"} may not be read or written by this user: change its rights, or choose another place`;
}

const tooManyFiles = () => "too many files are open at once: allow more (ulimit -n 4096) and repeat";

/** By the code that the system gives. */
const SYSTEM: Readonly<Record<string, (error: Detailed) => string>> = {
  ENOSPC: fullDisk,
  EDQUOT: fullDisk,
  EFBIG: ({ path }) => `${path ?? "a file"} is larger than this user may write: allow more (ulimit -f unlimited) and repeat`,
  EACCES: refused,
  EPERM: refused,
  EROFS: (error) => `${placeOf(error) ?? "a file"} is on a disk that is read only: choose another place`,
  EMFILE: tooManyFiles,
  ENFILE: tooManyFiles,
  EADDRINUSE: ({ port }) => `port ${port} is in use: PORT chooses another`,
  ERR_WORKER_OUT_OF_MEMORY: () => `Node's memory is too small: give it more (NODE_OPTIONS=--max-old-space-size=8192) and repeat`,
};

/** The engine's own words, and those of WebAssembly, when its memory is full. */
const ENGINE_IS_FULL = /out of memory|memory access out of bounds|array buffer allocation failed|could not allocate/i;

const ENGINE_ADVICE =
  "the exports and what is made of them do not fit into the engine's memory (4 GB at most): keep fewer years of the largest tables and repeat";

/** The code of a refusal: Node gives it; what is written in Rust, as the bundler is, says its number in the message. */
function codeOf({ code = "", message }: Detailed): string {
  const number = /\(os error (\d+)\)/.exec(message)?.[1];
  return (number && getSystemErrorMap().get(-Number(number))?.[0]) || code;
}

function advice(error: Detailed): string | undefined {
  const known = SYSTEM[codeOf(error)];
  if (known) return known(error);
  return ENGINE_IS_FULL.test(error.message) ? ENGINE_ADVICE : undefined;
}

/** `src/pages/index.astro:12:3: ` of an error that knows where in the code it lies. */
const locationOf = ({ loc }: Detailed) => (loc?.file ? `${[loc.file, loc.line, loc.column].filter(Boolean).join(":")}: ` : "");

/** The first advice for an error, or for what caused it. */
const adviceFor = (error: Error): string | undefined =>
  advice(error) ?? (error.cause instanceof Error ? adviceFor(error.cause) : undefined);

/** What a message says, without the colours that a bundler gives it. */
const wordsOf = ({ message }: Error) => stripVTControlCharacters(message).trimEnd();

/** What a failure says to who runs a command, with what to do where that is known. */
export function failureText(error: Detailed): string {
  if (error.errors?.length) return error.errors.map(failureText).join("\n");
  return [`${locationOf(error)}${wordsOf(error)}`, adviceFor(error)].filter((line) => line !== undefined).join("\n");
}
