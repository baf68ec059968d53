/** A page with a form, so that the application has an action. */
export default function Page() {
  async function send() {
    "use server";
  }
  return (
    <form action={send}>
      <button type="submit">Send</button>
    </form>
  );
}
