"use server";

import { redirect } from "next/navigation";
import { type CampaignerActor, ROLES } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { askErasure } from "@/server/campaigners/ask-erasure";
import { endSessions } from "@/server/campaigners/end-sessions";
import { grantRole } from "@/server/campaigners/grant-role";
import { invitePerson } from "@/server/campaigners/invite-person";
import { limitAreas } from "@/server/campaigners/limit-areas";
import { findAccount } from "@/server/campaigners/load-accounts";
import { restoreAccount } from "@/server/campaigners/restore-account";
import { suspendAccount } from "@/server/campaigners/suspend-account";
import type { Db } from "@/server/database";
import { wakeMailWorker } from "@/server/mail/mail-worker";

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

function pathOf(form: FormData, path: string): string {
  const locale = form.get("locale");
  return localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, `/admin/campaigners${path}`);
}

/** The address goes in the body, never into an address of ours. */
export const find = action<never>({
  name: "accounts.find",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const found = await findAccount(db, actor, textOf(form, "who"));
    redirect(pathOf(form, "id" in found ? `/${found.id}` : `?handle=${found.handle}`));
  },
});

export const inviteAction = action<never>({
  name: "accounts.invite",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const { id, need } = await invitePerson(db, actor, {
      email: textOf(form, "email"),
      role: form.get("role"),
      because: textOf(form, "because"),
    });
    wakeMailWorker();
    redirect(pathOf(form, `/${id}?done=${need === "two" ? "invited-asked" : "invited"}`));
  },
});

/** One use case behind one button; the account is shown again as it stands after it. */
function move(
  name: string,
  done: string,
  run: (db: Db, actor: CampaignerActor, whose: { id: string }, form: FormData) => Promise<unknown>,
) {
  return action<never>({
    name,
    signedIn: true,
    run: async ({ actor, db, form }) => {
      const id = textOf(form, "id");
      await run(db, actor, { id }, form);
      redirect(pathOf(form, `/${encodeURIComponent(id)}?done=${done}`));
    },
  });
}

export const giveRole = action<never>({
  name: "accounts.role",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const id = textOf(form, "id");
    const role = ROLES.find((known) => known === form.get("role"));
    if (!role) throw new InvalidInputError({ role: "role-needed" });
    const { need } = await grantRole(db, actor, { id }, role, textOf(form, "because"));
    redirect(pathOf(form, `/${encodeURIComponent(id)}?done=${need === "two" ? "role-asked" : "role"}`));
  },
});
/** The page of an account that is erased at once is gone: the list says so. */
export const eraseForAction = action<never>({
  name: "accounts.erase",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const id = textOf(form, "id");
    const need = await askErasure(db, actor, { id, because: textOf(form, "because") });
    redirect(pathOf(form, need === "two" ? `/${encodeURIComponent(id)}?done=erase-asked` : "?done=erased"));
  },
});
export const limitAreasAction = move("accounts.limit", "limited", (db, actor, { id }, form) =>
  limitAreas(db, actor, { id, areas: textOf(form, "areas") }),
);
export const suspend = move("accounts.suspend", "suspended", (db, actor, whose, form) =>
  suspendAccount(db, actor, whose, { because: textOf(form, "because") }),
);
export const restoreAccountAction = move("accounts.restore", "restored", restoreAccount);
export const end = move("accounts.end-sessions", "ended", endSessions);
