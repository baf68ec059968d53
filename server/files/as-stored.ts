import { FILE_LIMITS, type FileKind } from "@/domain/files/report-file";
import { FileError } from "@/server/files/file-fault";
import { formatOfBytes } from "@/server/files/kind-of-bytes";
import { makePicture } from "@/server/files/make-picture";

/** A file as it is stored. */
export type TakenFile = { kind: FileKind; bytes: Buffer; width: number | null; height: number | null };

/**
 * Whatever somebody sent, as a file that may be stored: a picture made anew, or a document as it came, which is only ever offered for
 * saving.
 * @throws FileError.
 */
export async function takeIn(bytes: Buffer): Promise<TakenFile> {
  if (bytes.length === 0) throw new FileError("file-empty");
  if (bytes.length > FILE_LIMITS.bytes) throw new FileError("file-too-large");
  const format = formatOfBytes(bytes);
  if (format === undefined) throw new FileError("file-kind");
  if (format !== "pdf") return { kind: "photograph", ...(await makePicture(bytes, format)) };
  // Cut off on its way: the end of a document says where its parts are.
  if (!bytes.subarray(-2048).includes("%%EOF")) throw new FileError("file-damaged");
  return { kind: "document", bytes, width: null, height: null };
}
