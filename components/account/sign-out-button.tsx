"use client";

import { dropAllKept } from "@/components/forms/kept-store";
import { Button, type ButtonLook } from "@/components/ui/button";

/** Signs out. A plain form, good on any page and without scripts; what was typed and not sent leaves this browser too. */
export function SignOutButton({ text, look = "secondary" }: { text: string; look?: ButtonLook }) {
  return (
    <form method="post" action="/api/auth/sign-out" onSubmit={dropAllKept}>
      <Button look={look}>{text}</Button>
    </form>
  );
}
