import { redirect } from "next/navigation";

/** The peer of a form that is sent: an action that does nothing and leads on, as one without scripts is posted. */
export const dynamic = "force-dynamic";

async function nothing() {
  "use server";
  redirect("/");
}

export default function Form() {
  return (
    <form action={nothing}>
      <input name="title" />
      <button type="submit">Send</button>
    </form>
  );
}
