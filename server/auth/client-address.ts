import { headers } from "next/headers";
import { networkOf } from "@/server/http/network-of";

/**
 * The network address of whoever asks, for limits only. The front server (scripts/serve.ts) sets X-Forwarded-For to the
 * socket's address unless TRUST_PROXY is on; behind a proxy the last entry is the one that our proxy wrote itself.
 */
export async function clientAddress(): Promise<string> {
  return networkOf((await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown");
}
