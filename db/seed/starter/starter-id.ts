import { createHash } from "node:crypto";

/** Any fixed UUID will do; it keeps these ids apart from others made from names (RFC 9562, version 5). */
const NAMESPACE = Buffer.from("6f1d0a5e3c7b4b0d9a52c1f4e8d27b63", "hex");

/**
 * The id of a starter record, made from its key such as "place/cumberland-infirmary": the same in every installation,
 * so that a second load finds what the first one wrote.
 */
export function starterId(key: string): string {
  const bytes = createHash("sha1").update(NAMESPACE).update(key).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
