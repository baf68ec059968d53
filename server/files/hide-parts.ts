import sharp from "sharp";
import { type HiddenPart, pointsOf } from "@/domain/files/blurring";
import { asJpeg, inTurn, type MadePicture, open } from "@/server/files/make-picture";

/** A blurred part is made of no more fields than this on its longer side: less than a face or a plate is read from. */
const FIELDS = 6;

/**
 * Covers parts of a picture for good: what is under them is no more in the file. A blurred part is made coarse first and smooth then, so that no
 * sharpening brings it back.
 * @throws FileError.
 */
export function hideParts(bytes: Buffer, parts: readonly HiddenPart[]): Promise<MadePicture> {
  return inTurn(async () => {
    const { width, height } = await open(bytes).metadata();
    const covers = [];
    for (const part of parts) {
      const { left, top, ...size } = pointsOf(part, { width, height });
      const cover = part.how === "fill" ? fill(size) : await blur(bytes, { left, top, ...size });
      covers.push({ input: cover, raw: { ...size, channels: 3 as const }, left, top });
    }
    return asJpeg(open(bytes).composite(covers));
  });
}

type Size = { width: number; height: number };

const fill = ({ width, height }: Size) => Buffer.alloc(width * height * 3);

async function blur(bytes: Buffer, part: Size & { left: number; top: number }): Promise<Buffer> {
  const longer = Math.max(part.width, part.height);
  const fields = (side: number) => Math.max(1, Math.round((side / longer) * Math.min(FIELDS, longer)));
  const coarse = await open(bytes)
    .extract(part)
    .resize({ width: fields(part.width), height: fields(part.height), fit: "fill", kernel: "mitchell" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = coarse.info;
  return sharp(coarse.data, { raw: { width, height, channels } })
    .resize({ width: part.width, height: part.height, fit: "fill", kernel: "cubic" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer();
}
