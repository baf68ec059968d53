import { z } from "zod";
import { oneLine } from "@/domain/language/plain-text";

/** What somebody may add to a report. A picture is stored as we made it anew, a document as it came. */
export const FILE_KINDS = ["photograph", "document"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** "receiving" until the last byte is there and was understood. */
export const FILE_STATES = ["receiving", "ready"] as const;
export type FileState = (typeof FILE_STATES)[number];

export const FILE_LIMITS = {
  /** Bytes of one file as it is sent. */
  bytes: 10 * 1024 * 1024,
  /** Of one report. */
  files: 10,
  /** Begun and not finished, of one account. */
  unfinished: 5,
  /** Bytes of one part: thirty seconds over the slowest line that anybody sends pictures by. */
  part: 256 * 1024,
  /** Points of a picture, told by its header before anything of it is unpacked. */
  points: 50_000_000,
  /** The longer side of a picture as it is stored. */
  side: 2560,
} as const;

/** The kinds of entry whose pages show pictures: those of a building. An organisation has none of its own. */
export const PICTURED_TYPES = ["service", "place"] as const;
export type PicturedType = (typeof PICTURED_TYPES)[number];

/** A published picture, the source that it is shown beside, and what it shows in words. */
export type PublicPicture = {
  id: string;
  sourceId: string;
  shows: string;
  width: number;
  height: number;
  version: number;
};

/** What a picture shows, in words, for readers who do not see it. */
export const showsSchema = z
  .string()
  .overwrite(oneLine)
  .trim()
  .min(1, "required")
  .min(10, "too-short")
  .max(300, "too-long");

/** Why a file is not taken; each is a key of the message catalogue. */
export const FILE_FAULTS = [
  "file-empty",
  "file-too-large",
  "file-kind",
  "file-damaged",
  "file-too-many-points",
  "file-too-many",
  "file-unfinished",
  "file-out-of-step",
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** A name as it is shown and offered for saving: no path, nothing unseen, never empty; what it ends in is ours to say. */
export function shownFileName(given: string, kind: FileKind | null): string {
  const last = given.replace(/^.*[/\\]/s, "").normalize("NFC");
  const stem = last
    .replace(/\.[^.]{0,10}$/, "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*%;`$]/gu, "")
    .replace(/^[.\s-]+|[.\s]+$/g, "")
    .slice(0, 80)
    .trim();
  const ending = kind === null ? "" : kind === "photograph" ? ".jpg" : ".pdf";
  return `${stem || (kind ?? "file")}${ending}`;
}
