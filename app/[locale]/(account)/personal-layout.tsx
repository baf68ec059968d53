import type { ReactNode } from "react";
import { pageLocale } from "@/app/i18n/page-locale";
import { AccountBar } from "@/components/account/account-bar";
import { KeptFor } from "@/components/forms/kept-for";
import { currentActor } from "@/server/auth/current-actor";
import { keptOwner } from "@/server/auth/kept-owner";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** The frame of pages that are made for one person and never cached: it may read the session. */
export async function PersonalLayout({ children, params }: Props) {
  await pageLocale(params);
  const actor = await currentActor();
  return (
    <KeptFor owner={keptOwner(actor)}>
      {actor.kind === "campaigner" ? <AccountBar actor={actor} /> : null}
      {children}
    </KeptFor>
  );
}
