import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bucketStore } from "@/server/file-store/bucket-store";
import { diskStore } from "@/server/file-store/disk-store";
import type { FileStore } from "@/server/file-store/file-store";

const folder = mkdtempSync(join(tmpdir(), "nhs-map-store-"));
let server: Server;
let bucket = "";

beforeAll(async () => {
  const directory = join(folder, "s3");
  const s3 = new S3rver({ directory, silent: true, configureBuckets: [{ name: "evidence", configs: [] }] });
  await s3.configureBuckets();
  server = createServer(s3.callback());
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  bucket = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/evidence`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

const login = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER", region: "us-east-1" };
const stores: Record<string, () => FileStore> = {
  disk: () => diskStore(join(folder, "disk")),
  bucket: () => bucketStore({ url: bucket, ...login }),
};

describe.each(Object.entries(stores))("a %s", (_name, open) => {
  test("gives back what it was given, byte by byte, until it is removed; removing twice is no fault", async () => {
    const [store, key, bytes] = [open(), randomUUID(), randomBytes(300_000)];
    expect(await store.get(key)).toBeUndefined();
    await store.put(key, bytes);
    await store.put(key, bytes);
    expect((await store.get(key))?.equals(bytes)).toBe(true);
    await store.remove(key);
    await store.remove(key);
    expect(await store.get(key)).toBeUndefined();
  });

  test.each([
    "../../etc/passwd",
    "a",
    "",
    `${randomUUID()}/..`,
    "/",
    `${randomUUID()}\n`,
    randomUUID().toUpperCase(),
  ])("takes no key that is not ours: %j", async (key) => {
    const store = open();
    for (const work of [
      () => store.get(key),
      () => store.put(key, Buffer.from("x")),
      () => store.remove(key),
    ])
      await expect((async () => work())()).rejects.toThrow("no key of a file");
  });
});

test("the disk keeps nothing half written", async () => {
  const [store, key] = [diskStore(join(folder, "whole")), randomUUID()];
  await store.put(key, Buffer.from("x"));
  expect(readdirSync(join(folder, "whole", key.slice(0, 2)))).toEqual([key]);
});

test("a store that refuses, or a bucket that is not there, is a fault and not an empty answer", async () => {
  const refusing = createServer((_request, response) => response.writeHead(403).end("AccessDenied"));
  await new Promise<void>((ready) => refusing.listen(0, "127.0.0.1", ready));
  const address = refusing.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const closed = bucketStore({ url: `http://127.0.0.1:${port}/evidence`, ...login });
  // One after the other: a promise that fails before anybody waits for it ends the run.
  for (const work of [
    () => closed.get(randomUUID()),
    () => closed.put(randomUUID(), Buffer.from("x")),
    () => closed.remove(randomUUID()),
  ])
    await expect(work()).rejects.toThrow("answered 403: AccessDenied");
  refusing.closeAllConnections();
  refusing.close();
  const elsewhere = bucketStore({ url: bucket.replace("evidence", "other"), ...login });
  await expect(elsewhere.get(randomUUID())).rejects.toThrow("NoSuchBucket");
});
