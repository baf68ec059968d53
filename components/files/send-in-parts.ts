import { FILE_LIMITS } from "@/domain/files/report-file";

const SECONDS = 45;
const TRIES = 3;

/** No answer came: what is wrong is the way there. */
export const UNREACHABLE = "unreachable";

/** `fault` is a key of the words for what is wrong with a file, or `UNREACHABLE`. */
export class UploadFault extends Error {
  constructor(readonly fault: string) {
    super(fault);
  }
}

/**
 * Sends one file in parts, and goes on where an earlier try stopped: the server says how much it has.
 * @param onPart is told how much of it is there, from 0 to 1.
 * @throws UploadFault
 */
export async function sendInParts(
  file: File,
  reportId: string,
  onPart: (share: number) => void,
): Promise<void> {
  const begun = JSON.stringify({ reportId, name: file.name, bytes: file.size });
  const { id, received } = await ask("/api/report-files", begun, "application/json");
  let at = Number(received);
  while (at < file.size) {
    const part = file.slice(at, at + FILE_LIMITS.part);
    const answer = await ask(`/api/report-files/${id}?at=${at}`, part, "application/octet-stream");
    at = Number(answer.received);
    onPart(at / file.size);
  }
  await ask(`/api/report-files/${id}?finish`, "", "application/octet-stream");
}

/** Asks again where no answer came: every part may be sent twice. */
async function ask(url: string, body: BodyInit, type: string): Promise<Record<string, unknown>> {
  for (let left = TRIES; ; left--) {
    const answer = await fetch(url, {
      method: "POST",
      body,
      headers: { "content-type": type },
      signal: AbortSignal.timeout(SECONDS * 1000),
    }).catch(() => null);
    const said: unknown = await answer?.json().catch(() => null);
    const read = typeof said === "object" && said !== null ? { ...said } : {};
    if (answer?.ok) return read;
    if ("fault" in read && typeof read.fault === "string") throw new UploadFault(read.fault);
    if (left <= 1) throw new UploadFault(UNREACHABLE);
  }
}
