/**
 * What a moderator is called where another must be told apart: "Moderator 3f2a". It comes from the opaque id and says
 * nothing about who they are.
 */
export function moderatorHandle(id: string): string {
  return id.replaceAll("-", "").slice(-4).padStart(4, "0");
}
