import { z } from "zod";
import type { AnyActor, CampaignerActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";

/** Which report and the version its actor saw: what every move's form carries. */
export const seenSchema = z.object({
  reportId: z.uuid(),
  version: z.coerce.number().int().positive(),
});

/** @throws NotAllowedError for a visitor or a job of ours: drafts and reports have a person for an author. */
export function assertCampaigner(actor: AnyActor): asserts actor is CampaignerActor {
  if (actor.kind !== "campaigner") throw new NotAllowedError("sign-in");
}
