import { Button, type ButtonLook } from "@/components/ui/button";

/** Signs out. A plain form, good on any page and without scripts. */
export function SignOutButton({ text, look = "secondary" }: { text: string; look?: ButtonLook }) {
  return (
    <form method="post" action="/api/auth/sign-out">
      <Button look={look}>{text}</Button>
    </form>
  );
}
