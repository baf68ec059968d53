import type { FileFault } from "@/domain/files/report-file";

/** A file that is not taken, and why. */
export class FileError extends Error {
  override readonly name = "FileError";

  constructor(
    readonly fault: FileFault,
    options?: ErrorOptions,
  ) {
    super(`the file was not taken: ${fault}`, options);
  }
}
