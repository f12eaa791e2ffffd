import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

/** What a signed snapshot holds besides: the signature of its manifest, 64 bytes, and the key that checks it. */
export interface Signature {
  bytes: Uint8Array;
  /** Public key, PEM. */
  key: string;
}

/** In the folder of a signed snapshot. */
export const SIGNATURE = "manifest.json.sig";
export const PUBLIC_KEY = "public-key.pem";

const HOW = "openssl genpkey -algorithm ed25519 -out FILE";

function readKey(file: string, read: (pem: string) => KeyObject): KeyObject {
  if (!existsSync(file)) throw new Error(`没有密钥文件 ${file} · there is no such file; ${HOW} makes a key`);
  let key: KeyObject;
  try {
    key = read(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} 不是 PEM 格式的密钥 · is no key in PEM, as ${HOW} makes one`, { cause });
  }
  if (key.asymmetricKeyType === "ed25519") return key;
  throw new Error(`${file} 中是 ${key.asymmetricKeyType} 密钥，应为 Ed25519 · expected an Ed25519 key, as ${HOW} makes one`);
}

/** The key with which a company signs. Throws unless the file is a private Ed25519 key in PEM (PKCS #8). */
export const readSigningKey = (file: string): KeyObject => readKey(file, createPrivateKey);

/** The key that checks what a company has signed, from a file of its public or private key. */
export const readPublicKey = (file: string): KeyObject => readKey(file, createPublicKey);

/** SHA-256 of a public key, or of that which belongs to a private one (of its SubjectPublicKeyInfo, RFC 8410). */
export function fingerprintOf(key: KeyObject | string): string {
  const publicKey = typeof key !== "string" && key.type === "public" ? key : createPublicKey(key);
  return createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex");
}

/** Signs the text of a manifest (Ed25519, RFC 8032): the same text, the same bytes. */
export const signatureOf = (manifest: string, key: KeyObject): Signature => ({
  bytes: sign(null, Buffer.from(manifest), key),
  key: createPublicKey(key).export({ type: "spki", format: "pem" }).toString(),
});

/** Whether a signature is of the text of a manifest, by the key that is named in it. */
export function isSignatureOf({ bytes, key }: Signature, manifest: string, fingerprint: string): boolean {
  try {
    return fingerprintOf(key) === fingerprint && verify(null, Buffer.from(manifest), key, bytes);
  } catch {
    // no key at all
    return false;
  }
}
