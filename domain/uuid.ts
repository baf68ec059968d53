import { z } from "zod";

const uuid = z.uuid();

/** Whether a text, such as a segment of an address, can be an id at all: PostgreSQL fails on one that cannot. */
export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success;
}
