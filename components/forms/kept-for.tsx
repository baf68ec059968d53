"use client";

import { createContext, type ReactNode, use } from "react";

const Owner = createContext<string | null>(null);

type Props = {
  /** The tag of whoever this page was made for (`server/auth/kept-owner.ts`). */
  owner: string;
  children: ReactNode;
};

/** Says whose text the forms within keep and put back. Outside of it a form keeps nothing in the browser. */
export function KeptFor({ owner, children }: Props) {
  return <Owner value={owner}>{children}</Owner>;
}

/** The tag of whoever the page was made for, or null where no page says. */
export function useKeptOwner(): string | null {
  return use(Owner);
}
