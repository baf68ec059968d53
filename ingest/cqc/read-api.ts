import { z } from "zod";
import { IngestRefusal } from "../refusal";
import { type CqcFile, type CqcLocation, holderOf, isRegulatorNumber, practiceCodeOf } from "./location";
import { readDay } from "./read-day";

const text = z.string().max(400).nullish();

/** What is read of an answer of the API. All else of it is left alone: contacts, managers and nominated individuals are persons. */
const locationSchema = z.object({
  locationId: z.string(),
  providerId: text,
  name: text,
  odsCode: text,
  registrationStatus: text,
  registrationDate: text,
  deregistrationDate: text,
});
const providerSchema = z.object({
  providerId: z.string(),
  name: text,
  ownershipType: text,
  companiesHouseNumber: text,
  charityNumber: text,
});
type Provider = z.infer<typeof providerSchema>;

/** One answer, several in a list, or what `registers fetch` writes: `{ fetchedOn, locations, providers }`. */
const collected = z.object({
  fetchedOn: text,
  locations: z.array(z.unknown()).optional(),
  providers: z.array(z.unknown()).optional(),
});

/**
 * Reads answers of the regulator's API: locations, and the providers that say who is registered at them.
 * @throws IngestRefusal for what has no location in it.
 */
export function readCqcApi(file: string, json: string): CqcFile {
  const { fetchedOn, answers } = answersOf(file, json);
  const providers = new Map<string, Provider>();
  const found: z.infer<typeof locationSchema>[] = [];
  for (const answer of answers) {
    const location = locationSchema.safeParse(answer);
    if (location.success) found.push(location.data);
    else {
      const provider = providerSchema.safeParse(answer);
      if (provider.success) providers.set(provider.data.providerId, provider.data);
    }
  }
  const locations = new Map<string, CqcLocation>();
  const unread: CqcFile["unread"] = [];
  for (const [index, one] of found.entries()) {
    const line = index + 1;
    const why = whyNot(one);
    if (why === null) locations.set(one.locationId, { line, ...toLocation(one, providers) });
    else unread.push({ line, why });
  }
  if (found.length === 0) throw new IngestRefusal(file, "no location of the regulator's API is in it");
  const asOf = readDay(fetchedOn ?? "");
  return { kind: "api", asOf, isComplete: false, locations: [...locations.values()], companies: [], unread };
}

function answersOf(file: string, json: string): { fetchedOn: string | null; answers: unknown[] } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw new IngestRefusal(file, "it is no JSON that can be read; it may have been cut off");
  }
  if (Array.isArray(parsed)) return { fetchedOn: null, answers: parsed };
  const one = collected.safeParse(parsed);
  if (!one.success) throw new IngestRefusal(file, "it is no answer of the regulator's API");
  const { fetchedOn = null, locations = [], providers = [] } = one.data;
  // An answer about one provider has ids of its locations under another name; one about a location has none.
  return { fetchedOn, answers: [...locations, ...providers, parsed] };
}

type Answer = z.infer<typeof locationSchema>;

/** A page of the API's list has names and postcodes and does not say who is registered. */
function whyNot({ locationId, providerId, odsCode, registrationDate }: Answer): string | null {
  if (!isRegulatorNumber(locationId)) return "its number of the location is none of the register";
  if (!providerId)
    return "it does not say who is registered; ask the API for each location, not for the list";
  if (practiceCodeOf(odsCode ?? "") !== null && readDay(registrationDate ?? "") === null)
    return "it has no day of registration";
  return null;
}

function toLocation(one: Answer, providers: ReadonlyMap<string, Provider>): Omit<CqcLocation, "line"> {
  const provider = providers.get(one.providerId ?? "");
  const isOver = /^deregistered/i.test(one.registrationStatus ?? "");
  return {
    locationId: one.locationId,
    code: practiceCodeOf(one.odsCode ?? ""),
    registeredOn: readDay(one.registrationDate ?? ""),
    endedOn: isOver ? readDay(one.deregistrationDate ?? "") : null,
    providerId: provider ? null : (one.providerId ?? null),
    holder: provider
      ? holderOf({
          ownership: provider.ownershipType ?? "",
          providerId: provider.providerId,
          name: provider.name ?? "",
          companyNumber: provider.companiesHouseNumber ?? "",
          charityNumber: provider.charityNumber ?? "",
          locationName: one.name ?? "",
        })
      : null,
  };
}
