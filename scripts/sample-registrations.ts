import { sampleRegistrations } from "@/ingest/build/sample-registrations";

/**
 * `npx tsx scripts/sample-registrations.ts`: the sample whose rows are checked by hand, as a table with tabs. What was found is
 * db/seed/registers/gp-registrations-checked.json.
 */
for (const one of sampleRegistrations())
  console.log(
    [
      one.form,
      one.code,
      one.locationId,
      one.registeredOn,
      one.name,
      one.town,
      one.postcode,
      one.organisation ?? "",
    ].join("\t"),
  );
