/** Made when first asked for and kept then, as every public page of the product is. */
export const generateStaticParams = () => [];

export default async function Page({ params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  if (name === "broken") throw new Error("a page that breaks");
  if (name === "missing") return <meta name="page-status" content="404" />;
  return <p>{`Made at ${process.hrtime.bigint()}. ${"Who runs it, says who. ".repeat(100)}`}</p>;
}
