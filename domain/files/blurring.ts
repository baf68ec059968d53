import { z } from "zod";

/** A part of a picture that nobody is to see, in hundredths of its width and height. */
const hundredths = z.coerce.number().min(0).max(100);
export const HIDING = ["blur", "fill"] as const;
export const hiddenPartSchema = z
  .object({
    left: hundredths,
    top: hundredths,
    width: hundredths.gt(0),
    height: hundredths.gt(0),
    how: z.enum(HIDING).default("blur"),
  })
  .refine(({ left, width }) => left < 100 && left + width > 0)
  .refine(({ top, height }) => top < 100 && top + height > 0);
export type HiddenPart = z.infer<typeof hiddenPartSchema>;

/** At once; more come in a second go. */
export const MOST_HIDDEN_PARTS = 20;

/**
 * The points of a picture that a part covers: whole ones, and never fewer than what was marked.
 * @returns left, top, width and height in points, within the picture.
 */
export function pointsOf(part: HiddenPart, size: { width: number; height: number }) {
  const left = Math.min(size.width - 1, Math.floor((part.left / 100) * size.width));
  const top = Math.min(size.height - 1, Math.floor((part.top / 100) * size.height));
  const right = Math.min(size.width, Math.ceil(((part.left + part.width) / 100) * size.width));
  const bottom = Math.min(size.height, Math.ceil(((part.top + part.height) / 100) * size.height));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
