import { measure, printRatios } from "./measure";
import { startEmptyNext, startProduct } from "./servers";

/** Public pages beside an empty page of the same framework, one core or two as the machine has them. */
export async function benchPages(): Promise<void> {
  const empty = await startEmptyNext();
  try {
    const product = await startProduct();
    try {
      const service = await firstServicePath(product.origin);
      printRatios(
        await measure([
          { name: "an empty Next page", url: `${empty.origin}/` },
          { name: "/", url: `${product.origin}/` },
          { name: "/areas/constituency/carlisle", url: `${product.origin}/areas/constituency/carlisle` },
          { name: service, url: `${product.origin}${service}` },
        ]),
      );
    } finally {
      await product.stop();
    }
  } finally {
    await empty.stop();
  }
}

/** A service page as a visitor finds one: the first linked from an area's page. */
async function firstServicePath(origin: string): Promise<string> {
  const page = await (await fetch(`${origin}/areas/constituency/carlisle`)).text();
  const link = page.match(/href="(\/services\/[a-z0-9-]+)"/);
  if (!link?.[1]) throw new Error("the Carlisle page links to no service");
  return link[1];
}
