"use server";

import { redirect } from "next/navigation";
import { localeOf, ownPath } from "@/domain/campaigners/own-path";
import { localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { readSessionToken } from "@/server/auth/session-cookie";
import { beginSecondFactor } from "@/server/second-factor/begin-second-factor";
import { confirmSecondFactor } from "@/server/second-factor/confirm-second-factor";
import { giveSecondFactor } from "@/server/second-factor/give-second-factor";
import { removeSecondFactor } from "@/server/second-factor/remove-second-factor";

const secret = ["code"];

export const beginFactor = action<never>({
  name: "second-factor.begin",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await beginSecondFactor(db, actor);
    redirect(pageIn(form));
  },
});

export const confirmFactorAction = action<never>({
  name: "second-factor.confirm",
  signedIn: true,
  secret,
  run: async ({ actor, db, form }) => {
    await confirmSecondFactor(db, actor, await sent(form));
    redirect(pageIn(form));
  },
});

export const giveFactor = action<never>({
  name: "second-factor.give",
  signedIn: true,
  secret,
  run: async ({ actor, db, form }) => {
    await giveSecondFactor(db, actor, await sent(form));
    redirect(ownPath(form.get("callbackUrl")));
  },
});

export const removeFactor = action<never>({
  name: "second-factor.remove",
  signedIn: true,
  secret,
  run: async ({ actor, db, form }) => {
    await removeSecondFactor(db, actor, form.get("code"));
    redirect(pageIn(form));
  },
});

async function sent(form: FormData): Promise<{ code: unknown; sessionToken: string }> {
  return { code: form.get("code"), sessionToken: (await readSessionToken()) ?? "" };
}

/** This page again, with where they were going. */
function pageIn(form: FormData): string {
  const callbackUrl = ownPath(form.get("callbackUrl"));
  const query = new URLSearchParams({ callbackUrl });
  return localPath(localeOf(callbackUrl), `/account/second-factor?${query}`);
}
