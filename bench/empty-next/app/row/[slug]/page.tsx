import postgres from "postgres";

/** The peer of a page that is seen for the first time: nothing on it but one row, asked for as it is drawn. */
export const dynamic = "force-dynamic";

const sql = postgres(process.env.DATABASE_URL ?? "", { max: 5, onnotice: () => undefined });

export default async function Row({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const [row] = await sql<{ name: string }[]>`select name from places where slug = ${slug}`;
  return <p>{row?.name}</p>;
}
