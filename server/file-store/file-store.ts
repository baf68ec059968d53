/** Where the bytes of files lie, by keys that we make; never by a name that somebody gave. */
export type FileStore = {
  put: (key: string, bytes: Buffer) => Promise<void>;
  /** @returns undefined where there is none. */
  get: (key: string) => Promise<Buffer | undefined>;
  /** Removing what is gone already is no fault. */
  remove: (key: string) => Promise<void>;
};

const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws Error for anything but a key of ours. */
export function assertKey(key: string): void {
  if (!KEY.test(key)) throw new Error("no key of a file");
}
