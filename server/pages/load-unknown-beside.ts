import type { Db } from "@/db/client";
import { type UnknownBeside, unknownBeside } from "@/domain/figures/unknown-beside";
import type { Definition } from "@/domain/providers/legal-form";
import { allServices } from "@/server/pages/all-services";

/** Of the whole country, what is in no count because nobody knows what the organisation is. @param own a test's connection */
export async function loadUnknownBeside(definition: Definition, own?: Db): Promise<UnknownBeside> {
  return unknownBeside(await allServices(own), definition);
}
