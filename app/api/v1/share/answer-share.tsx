import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { ImageResponse } from "next/og";
import { getTranslations } from "next-intl/server";
import { SHARE_SIZE, ShareCard, type ShareCardProps } from "@/components/layout/share-card";
import { siteOrigin } from "@/env";
import { takeTurns } from "@/server/http/turns";

/** As a public page: a picture with the name of what was withdrawn is in no kept copy for longer. */
const CACHING = "public, max-age=0, s-maxage=30, must-revalidate";
const FONTS = join(process.cwd(), "node_modules", "@fontsource", "source-serif-4", "files");
const WEIGHTS = [400, 600] as const;

/** A picture takes a few tenths of a second of one processor: one at a time, and nobody waits for long. */
const enter = takeTurns({ each: 1, all: 1, waiting: 20, waitMs: 5_000 });

/** Pictures as they were drawn, by all that stands on them: some 40 kB each. */
const drawn = new LRUCache<string, Buffer>({ maxSize: 8_000_000, sizeCalculation: ({ length }) => length });

export type ShareWords = Omit<ShareCardProps, "site" | "address"> & {
  /** Of the page that it stands for. */
  path: string;
};

/**
 * A shared link's picture of a page, drawn from what the page says now; 404 where there is no such page.
 * @param words "erased" where the page was removed for good: 410.
 */
export async function answerShare(
  request: Request,
  words: ShareWords | "erased" | undefined,
): Promise<Response> {
  if (words === undefined) return Response.json({ error: "There is no such page." }, { status: 404 });
  if (words === "erased") return Response.json({ error: "This page was removed for good." }, { status: 410 });
  const { path, ...card } = words;
  const common = await getTranslations({ locale: "en", namespace: "common" });
  const address = new URL(path, siteOrigin()).href.replace(/^https?:\/\//, "").replace(/\/$/, "");
  const props: ShareCardProps = { ...card, site: common("siteName"), address };
  const key = createHash("sha256").update(JSON.stringify(props)).digest("base64url").slice(0, 22);
  const headers = { "cache-control": CACHING, etag: `"${key}"` };
  if (request.headers.get("if-none-match") === headers.etag)
    return new Response(null, { status: 304, headers });
  const picture = drawn.get(key) ?? (await draw(props));
  if (picture === null)
    return new Response("Too many pictures are being drawn. Try again in a minute.\n", {
      status: 503,
      headers: {
        "retry-after": "30",
        "cache-control": "no-store",
        "content-type": "text/plain; charset=utf-8",
      },
    });
  drawn.set(key, picture);
  return new Response(new Uint8Array(picture), { headers: { ...headers, "content-type": "image/png" } });
}

async function draw(props: ShareCardProps): Promise<Buffer | null> {
  const leave = await enter("share");
  if (leave === null) return null;
  try {
    const image = new ImageResponse(<ShareCard {...props} />, { ...SHARE_SIZE, fonts: await fonts() });
    return Buffer.from(await image.arrayBuffer());
  } finally {
    leave();
  }
}

/** Letters of English first, then those of Welsh and of names. */
function fonts() {
  return Promise.all(
    ["latin", "latin-ext"].flatMap((letters) =>
      WEIGHTS.map(async (weight) => ({
        name: "Source Serif 4",
        data: await readFile(join(FONTS, `source-serif-4-${letters}-${weight}-normal.woff`)),
        weight,
        style: "normal" as const,
      })),
    ),
  );
}
