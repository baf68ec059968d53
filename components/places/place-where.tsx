import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { Facts } from "@/components/ui/facts";
import type { AddressRead, PlaceDetail } from "@/domain/pages/place-page";
import { isApproximate } from "@/domain/places/place";

type Entry = PlaceDetail["identifiers"][number];

/** Where a place is: its addresses, of which a practice has one for each branch, and its codes, each as its register lists it. */
export function PlaceWhere({ place }: { place: Pick<PlaceDetail, "addresses" | "identifiers"> }) {
  const t = useTranslations("places");
  const s = useTranslations("services");
  const branches = new Map(
    place.identifiers.filter(({ scheme }) => scheme === "ods-branch").map((entry) => [entry.code, entry]),
  );
  const codes = place.identifiers.filter(
    ({ scheme, code }) => scheme !== "ods-branch" || !place.addresses.some(({ key }) => key === code),
  );
  return (
    <Facts
      facts={[
        ...place.addresses.map((address) => ({
          id: address.id,
          name: address.isMain ? t("address") : t(branches.has(address.key) ? "branch" : "otherAddress"),
          value: <Address address={address} branch={branches.get(address.key)} />,
        })),
        ...codes.map((entry) => ({
          id: `${entry.scheme} ${entry.code}`,
          name: s(`claim.scheme.${entry.scheme}`),
          value: <Code entry={entry} />,
        })),
      ]}
    />
  );
}

function Address({ address, branch }: { address: AddressRead; branch: Entry | undefined }) {
  const t = useTranslations("places");
  const s = useTranslations("services");
  return (
    <>
      {[address.lines, address.town, address.postcode].filter(Boolean).join(", ")}
      {address.precision && isApproximate(address.precision) ? (
        <span className="block text-base text-ink-soft">{t("approximate")}</span>
      ) : null}
      {branch ? (
        <span className="block text-base text-ink-soft">
          {s("claim.scheme.ods-branch")}: <Code entry={branch} />
        </span>
      ) : null}
    </>
  );
}

function Code({ entry: { code, validTo, isListed } }: { entry: Entry }) {
  const t = useTranslations("places");
  const inWords = useDates();
  if (validTo !== null) return t("codeEnded", { code, date: inWords(validTo) });
  return isListed ? code : t("codeNotListed", { code });
}
