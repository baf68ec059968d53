/** What a browser forgets when a session ends: pages it kept, and what was typed and is kept in its storage. */
export const CLEARED = '"cache", "storage"';

const GONE = /next-auth\.session-token=;.*(?:max-age=0|expires=thu, 01 jan 1970)/i;

/**
 * Whether an answer ends the session of the browser that gets it: it takes the session's cookie away. So every way out, of
 * today and tomorrow, is one.
 */
export function endsSession(setCookie: number | string | readonly string[] | undefined): boolean {
  return [setCookie ?? []].flat().some((line) => GONE.test(String(line)));
}
