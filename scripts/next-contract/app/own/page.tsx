import { cookies } from "next/headers";

/** A page of one's own: it reads the request, so that Next makes it for each. */
export default async function Page() {
  return <p>{`Cookies: ${(await cookies()).size}`}</p>;
}
