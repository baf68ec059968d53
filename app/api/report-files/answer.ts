import {
  ConflictError,
  DomainError,
  NotAllowedError,
  NotFoundError,
  TooManyRequestsError,
} from "@/domain/errors";
import { FileError } from "@/server/files/file-fault";
import { log } from "@/server/log";

const KEPT_NOWHERE = { "cache-control": "private, no-store" };

/** Answers a browser that sends a file, with a fault that the form has words for. */
export async function answerUpload(work: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await work(), { headers: KEPT_NOWHERE });
  } catch (error) {
    const [status, fault] = faultOf(error);
    if (status === 500) log.error({ err: error }, "A file was not taken");
    return Response.json({ fault }, { status, headers: KEPT_NOWHERE });
  }
}

function faultOf(error: unknown): [status: number, fault: string] {
  if (error instanceof FileError) return [422, error.fault];
  if (error instanceof NotFoundError) return [404, "not-found"];
  if (error instanceof NotAllowedError) return [403, error.reason === "sign-in" ? "sign-in" : "not-allowed"];
  if (error instanceof TooManyRequestsError) return [429, "too-many"];
  if (error instanceof ConflictError) return [409, "conflict"];
  return error instanceof DomainError ? [503, error.code] : [500, "unexpected"];
}
