/** Fetches JSON from our own server; `fresh` asks past every cache. Throws when it does not come. */
export type Load = (path: string, fresh: boolean) => Promise<unknown>;

/**
 * A file as it should be, or null. What did not come, or came as something else (a page of somebody's network, a file of
 * an older version), is asked for once more past every cache: what is kept may be what is wrong.
 */
export async function loadChecked<File>(
  load: Load,
  path: string,
  isFile: (value: unknown) => value is File,
): Promise<File | null> {
  for (const fresh of [false, true]) {
    const value = await load(path, fresh).catch(() => null);
    if (isFile(value)) return value;
  }
  return null;
}
