import { AwsClient } from "aws4fetch";
import { assertKey, type FileStore } from "@/server/file-store/file-store";

export type Bucket = { url: string; accessKeyId: string; secretAccessKey: string; region: string };

/** Milliseconds for one question to the store. */
const DEADLINE = 20_000;

/** Files in a bucket of a store that speaks S3, named by its path. The bucket has to be there and closed to the public. */
export function bucketStore({ url, ...login }: Bucket): FileStore {
  const client = new AwsClient({ ...login, service: "s3", retries: 2 });
  const ask = (
    key: string,
    init: { method: string; body?: Buffer<ArrayBuffer>; headers?: Record<string, string> },
  ) => {
    assertKey(key);
    const signal = AbortSignal.timeout(DEADLINE);
    return client.fetch(`${url.replace(/\/+$/, "")}/${key}`, { ...init, signal, redirect: "error" });
  };
  return {
    put: async (key, bytes) => {
      const body = Buffer.from(bytes);
      const headers = { "content-type": "application/octet-stream", "content-length": String(body.length) };
      await done(await ask(key, { method: "PUT", body, headers }));
    },
    get: async (key) => {
      const answer = await ask(key, { method: "GET" });
      if (answer.ok) return Buffer.from(await answer.arrayBuffer());
      // Without a bucket of this name everything would seem to be gone.
      const said = await answer.text();
      if (answer.status === 404 && said.includes("NoSuchKey")) return undefined;
      throw refused(answer, said);
    },
    remove: async (key) => {
      const answer = await ask(key, { method: "DELETE" });
      if (answer.status === 404) await answer.body?.cancel();
      else await done(answer);
    },
  };
}

/** @throws Error with what the store answered, for the log. */
async function done(answer: Response): Promise<void> {
  const said = await answer.text();
  if (!answer.ok) throw refused(answer, said);
}

function refused({ status }: Response, said: string): Error {
  return new Error(`The store of files answered ${status}: ${said.slice(0, 200)}`);
}
