import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keep } from "../../scripts/snapshots/keep.ts";
import { fingerprintOf, readSigningKey } from "../../scripts/snapshots/signature.ts";
import { verifySnapshots } from "../../scripts/snapshots/verify.ts";
import { newFolder, smallSnapshot } from "./kept.ts";

/** Where it is installed at all. */
const OPENSSL = "/usr/bin/openssl";

const pair = () => generateKeyPairSync("ed25519");
const { privateKey } = pair();

async function signedFolder(key = privateKey): Promise<string> {
  const snapshots = newFolder();
  keep(snapshots, await smallSnapshot(snapshots, "2026Q1", 1, {}, key));
  return snapshots;
}

/** Writes a key, or what stands in for one, to a file. */
function fileOf(content: string): string {
  const file = join(newFolder(), "key.pem");
  writeFileSync(file, content);
  return file;
}

describe("a signed snapshot", () => {
  test("names the key that signed it", async () => {
    const [snapshot] = verifySnapshots(await signedFolder());
    expect(snapshot?.manifest.content.signed_by).toBe(fingerprintOf(privateKey));
  });

  test.for(["manifest.json.sig", "public-key.pem"])("is refused without %s", async (file) => {
    const snapshots = await signedFolder();
    rmSync(join(snapshots, "2026Q1/v1", file));
    expect(() => verifySnapshots(snapshots)).toThrow(`snapshots/2026Q1/v1/${file} is missing`);
  });

  test("is refused with the signature and the key of somebody else", async () => {
    const [snapshots, others] = [await signedFolder(), await signedFolder(pair().privateKey)];
    for (const file of ["manifest.json.sig", "public-key.pem"])
      writeFileSync(join(snapshots, "2026Q1/v1", file), readFileSync(join(others, "2026Q1/v1", file)));
    expect(() => verifySnapshots(snapshots)).toThrow("is not the signature of manifest.json by the key that it names");
  });

  test.runIf(existsSync(OPENSSL))("is checked by openssl alone", async () => {
    const cwd = join(await signedFolder(), "2026Q1/v1");
    const args = ["-verify", "-pubin", "-inkey", "public-key.pem", "-rawin", "-in", "manifest.json", "-sigfile", "manifest.json.sig"];
    expect(execFileSync(OPENSSL, ["pkeyutl", ...args], { cwd, encoding: "utf8" })).toContain("Signature Verified Successfully");
  });
});

describe("readSigningKey(file)", () => {
  test("reads a private key in PEM", () => {
    const file = fileOf(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
    expect(fingerprintOf(readSigningKey(file))).toBe(fingerprintOf(privateKey));
  });

  test("says what is wrong with a file that is not one", () => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    expect(() => readSigningKey(join(newFolder(), "none.pem"))).toThrow("there is no such file");
    expect(() => readSigningKey(fileOf("secret"))).toThrow("is no key in PEM");
    expect(() => readSigningKey(fileOf(rsa))).toThrow("expected an Ed25519 key");
  });
});
