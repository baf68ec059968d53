import { notFound, redirect } from "next/navigation";
import { type CampaignerActor, hasRole, type Role } from "@/domain/actor";
import { localeOf } from "@/domain/campaigners/own-path";
import { localPath } from "@/domain/language/locale";
import { requireActor } from "@/server/auth/current-actor";
import { noteRefusal } from "@/server/auth/note-refusal";

/** For pages of moderators and admins: visitors sign in first; for everybody else there is no such page. */
export async function requireRole(role: Role, returnTo: string): Promise<CampaignerActor> {
  const actor = await requireActor(returnTo);
  if (actor.withheld && hasRole({ ...actor, role: actor.withheld }, role)) {
    const query = new URLSearchParams({ callbackUrl: returnTo });
    redirect(localPath(localeOf(returnTo), `/account/second-factor?${query}`));
  }
  if (!hasRole(actor, role)) {
    await noteRefusal(`page for ${role}`);
    notFound();
  }
  return actor;
}
