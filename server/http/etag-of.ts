import { createHash } from "node:crypto";

/** A strong validator of these very bytes. */
export function etagOf(body: string | Buffer): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}
