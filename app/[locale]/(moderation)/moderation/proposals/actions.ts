"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { decideProposal } from "@/server/imports/cqc/decide-proposal";

export const decideProposalAction = action<never>({
  name: "proposals.decide",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const text = (name: string) => String(form.get(name) ?? "");
    await decideProposal(db, actor, {
      id: text("id"),
      version: text("version"),
      decision: text("decision"),
      reason: text("reason"),
    });
    const locale = form.get("locale");
    redirect(
      localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, `/moderation/proposals?done=${text("decision")}`),
    );
  },
});
