import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

/** What a file is, byte by byte. */
export interface Fingerprint {
  bytes: number;
  sha256: string;
}

const CHUNK_BYTES = 1024 * 1024;

/** What the file system says of a file, which is other once the file was written to or replaced. */
export async function stateOf(path: string): Promise<string> {
  const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join();
}

/** Takes the fingerprint of bytes while they go by. */
export class Fingerprinting {
  readonly #hash = createHash("sha256");
  #bytes = 0;

  add(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
  }

  /** Bytes so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Of all that was added. */
  get fingerprint(): Fingerprint {
    return { bytes: this.#bytes, sha256: this.#hash.copy().digest("hex") };
  }
}

/** The fingerprint of a file as it is now. */
export async function fingerprintOf(path: string): Promise<Fingerprint> {
  const taking = new Fingerprinting();
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) taking.add(chunk);
  return taking.fingerprint;
}
