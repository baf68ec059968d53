/** After how long a download is given up, in milliseconds, and how large it may be, in bytes. */
export type DownloadLimits = { milliseconds: number; bytes: number };

/**
 * Downloads a file whole into memory.
 * @param headers such as a key, which a redirect would hand to somebody else: none is followed then.
 * @throws Error with a sentence for the person who ran the command: no connection, not in time, refused, or too large.
 */
export async function download(
  url: string,
  limits: DownloadLimits,
  headers?: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const { host } = new URL(url);
  const deadline = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await fetch(url, {
      redirect: headers ? "error" : "follow",
      signal: deadline,
      ...(headers ? { headers } : {}),
    });
    if (!response.ok) throw new DownloadRefused(`${host} answered ${response.status}`);
    const announced = Number(response.headers.get("content-length") ?? 0);
    if (announced > limits.bytes) throw tooLarge(host, limits);
    return await readUpTo(response, host, limits);
  } catch (error) {
    if (error instanceof DownloadRefused) throw error;
    if (deadline.aborted)
      throw new DownloadRefused(`${host} did not answer within ${limits.milliseconds / 1000} s`);
    throw new DownloadRefused(`${host} could not be reached (${causeOf(error)}); is there a network?`);
  }
}

class DownloadRefused extends Error {
  override readonly name = "DownloadRefused";
}

async function readUpTo(response: Response, host: string, limits: DownloadLimits): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > limits.bytes) throw tooLarge(host, limits);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(host: string, { bytes }: DownloadLimits): DownloadRefused {
  return new DownloadRefused(`${host} sent more than ${Math.round(bytes / 1_000_000)} MB`);
}

/** What undici found, such as ENOTFOUND; its own message says only that it failed. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return error instanceof Error ? error.message : String(error);
}
