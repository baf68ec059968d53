import sharp, { type Sharp } from "sharp";
import { FILE_LIMITS } from "@/domain/files/report-file";
import { FileError } from "@/server/files/file-fault";
import type { FileFormat } from "@/server/files/kind-of-bytes";
import { takeTurns } from "@/server/http/turns";

/** One picture at a time: what libvips needs for one is the most that it ever needs. */
const enter = takeTurns({ each: 1, all: 1, waiting: 6, waitMs: 20_000 });
const SECONDS = 20;
const TOO_MANY_POINTS = /pixel limit/i;

export type MadePicture = { bytes: Buffer; width: number; height: number };

/**
 * Makes a picture anew: its points and nothing else of the file. What stood in it beside them (place, time, camera, names, a second file
 * behind it) is gone, because none of it is copied; the way it was held is turned into how it lies.
 * @throws FileError.
 */
export async function makePicture(bytes: Buffer, format: Exclude<FileFormat, "pdf">): Promise<MadePicture> {
  return inTurn(async () => {
    const { width, height, format: found } = await open(bytes).metadata();
    // Its header alone says so: nothing was unpacked yet.
    if (width * height > FILE_LIMITS.points) throw new FileError("file-too-many-points");
    if (found !== format) throw new FileError("file-kind");
    const side = FILE_LIMITS.side;
    const whole = open(bytes)
      .autoOrient()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "white" });
    return asJpeg(whole);
  });
}

/** Runs work on pictures one at a time, and calls whatever the library says by a fault of ours. @throws FileError. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const leave = await enter("everybody");
  if (!leave) throw new FileError("file-unfinished");
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileError) throw error;
    const isLarge = error instanceof Error && TOO_MANY_POINTS.test(error.message);
    throw new FileError(isLarge ? "file-too-many-points" : "file-damaged", { cause: error });
  } finally {
    leave();
  }
}

/** A picture as it is read: row by row, its first page only, and not at all where it is damaged or too large. */
export function open(bytes: Buffer): Sharp {
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp(bytes, {
    failOn: "warning",
    limitInputPixels: FILE_LIMITS.points,
    sequentialRead: true,
    pages: 1,
  }).timeout({ seconds: SECONDS });
}

export async function asJpeg(picture: Sharp): Promise<MadePicture> {
  // Without `keepMetadata` and its like, sharp writes no EXIF, XMP, IPTC or colour profile.
  const { data, info } = await picture
    .toColourspace("srgb")
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
