import { createHmac } from "node:crypto";
import type { AnyActor } from "@/domain/actor";
import { KEPT_FOR_VISITORS } from "@/domain/forms/kept-text";
import { authSecret } from "@/env";

/**
 * Whose a text is that a browser keeps: the same for the same account, of no use for anything else, and it says nothing
 * about whom it stands for. All visitors of a browser are one.
 */
export function keptOwner(actor: AnyActor): string {
  if (actor.kind !== "campaigner") return KEPT_FOR_VISITORS;
  return createHmac("sha256", authSecret()).update(`kept-text:${actor.id}`).digest("hex").slice(0, 16);
}
