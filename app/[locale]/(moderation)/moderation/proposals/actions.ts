"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { decideProposal, decideProposals } from "@/server/imports/cqc/decide-proposal";

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
    redirect(donePath(form, 1));
  },
});

export const decideProposalsAction = action<never>({
  name: "proposals.decide-several",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const { decided } = await decideProposals(db, actor, {
      chosen: form.getAll("chosen"),
      decision: form.get("decision"),
      reason: String(form.get("reason") ?? ""),
    });
    redirect(donePath(form, decided));
  },
});

function donePath(form: FormData, decided: number): string {
  const locale = form.get("locale");
  const path = `/moderation/proposals?done=${form.get("decision")}&count=${decided}`;
  return localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, path);
}
