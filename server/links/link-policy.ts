import { lookup } from "node:dns/promises";
import { settings } from "@/env";
import { isPublicAddress } from "@/server/links/public-address";

export type ResolvedAddress = { address: string; family: number };

/** What may be reached, and how much of it is read. Tests bring their own; the product has one. */
export type LinkPolicy = {
  /** Every address of a host. Asked once for each host: what was checked is what is connected to. */
  resolve: (host: string) => Promise<readonly ResolvedAddress[]>;
  mayReach: (address: string) => boolean;
  /** @param port "" for the usual one of its protocol. */
  mayUsePort: (port: string) => boolean;
  limits: LinkLimits;
};

export type LinkLimits = {
  /** Bytes that are read, as sent and unpacked. */
  bytes: number;
  headerBytes: number;
  redirects: number;
  /** Milliseconds for all of it, redirects included. */
  totalMs: number;
  /** Milliseconds without a byte. */
  idleMs: number;
};

const INTERNET: LinkPolicy = {
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  mayReach: isPublicAddress,
  mayUsePort: (port) => port === "",
  limits: { bytes: 1024 * 1024, headerBytes: 16 * 1024, redirects: 5, totalMs: 10_000, idleMs: 4_000 },
};

/** How links are read here; null where it is switched off (FETCH_LINKS). */
export function linkPolicy(): LinkPolicy | null {
  return settings().FETCH_LINKS === "yes" ? INTERNET : null;
}
