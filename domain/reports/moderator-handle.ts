/**
 * What a moderator is called where another must be told apart: "Moderator 3f2a". It comes from the opaque id and says
 * nothing about who they are.
 */
export function moderatorHandle(id: string): string {
  return id.replaceAll("-", "").slice(-4).padStart(4, "0");
}

/**
 * Who did something, as others may be told: their handle. Null for a job of ours, which has a name and no handle.
 * An account's id itself leaves the server for nobody but an admin.
 */
export function handleOf(actorId: string | null | undefined): string | null {
  return actorId && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(actorId)
    ? moderatorHandle(actorId)
    : null;
}

/** Stands for a handle where whoever is told was it themselves. */
export const ONESELF = "oneself";

export const isHandle = (text: string): boolean => /^[0-9a-f]{4}(-[2-9])?$/i.test(text);

/**
 * One name for each of these people, for a form in which one is chosen: the handle, and "3f2a-2" for the second whose
 * handle it is.
 */
export function distinctHandles(ids: readonly string[]): Map<string, string> {
  const byHandle = new Map<string, string>();
  for (const id of [...ids].sort()) {
    const handle = moderatorHandle(id);
    let name = handle;
    for (let count = 2; byHandle.has(name); count += 1) name = `${handle}-${count}`;
    byHandle.set(name, id);
  }
  return byHandle;
}
