import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { OwnerClass } from "@/domain/providers/owner-class";
import providers from "@/messages/en/providers.json";
import { useOwners } from "./use-owners";

function Owners({ owners, ownerClass }: { owners: string | null; ownerClass: OwnerClass | null }) {
  return useOwners()({ owners, ownerClass });
}

test.each([
  ["Twenty20 Capital", "others", "Twenty20 Capital"],
  [null, "others", "Neither the NHS nor the practices’ own GPs, by the source below"],
  [null, "nhs", "The NHS"],
  [null, null, "Not known"],
] as const)("owners %s of the class %s are told as %s", (owners, ownerClass, told) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ providers }} timeZone="Europe/London">
      <Owners owners={owners} ownerClass={ownerClass} />
    </NextIntlClientProvider>,
  );
  expect(html).toBe(told);
});
