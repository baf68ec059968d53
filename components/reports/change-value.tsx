import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { AWARD_ROUTES, CONTRACT_TYPES } from "@/domain/contracts/contract";
import { isOneOf } from "@/domain/lists/is-one-of";
import { PLACE_KINDS } from "@/domain/places/place";
import { LEGAL_FORMS, PROVIDER_KINDS } from "@/domain/providers/legal-form";
import { OWNER_CLASSES } from "@/domain/providers/owner-class";
import { COMPANY_STATUSES } from "@/domain/registrations/registration";
import { MAPPED_ANSWERS, NOT_OUTSOURCED_PROOFS, REPORTED_FORMS } from "@/domain/reports/change-proposals";
import type { ChangeValue } from "@/domain/reports/changed-fact";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { SERVICE_STATUSES } from "@/domain/services/service";
import { SOURCE_KINDS } from "@/domain/sources/source";

/** How a value of a change is put into words; what was typed is text and never markup. */
export function useChangeWords(): (value: ChangeValue | null) => string | null {
  const t = useTranslations("services");
  const change = useTranslations("reports.change");
  const proofs = useTranslations("reports.change.proofs");
  const forms = useTranslations("reports.change.forms");
  const naming = useTranslations("reports.new");
  const one = useTranslations("reports.one");
  const inWords = useDates();
  const onMap = useServiceOnMap();
  return (value) => {
    if (value === null) return null;
    if (value.is === "text") return value.text;
    if (value.is === "pinned") return `${value.text}, ${one("pinned", { point: value.point })}`;
    if (value.is === "area-served") return one("servesArea", { area: value.name });
    if (value.is === "date") return inWords(value.date);
    if (value.is === "on-map") return onMap(value);
    if (value.is === "contract") return change("lines.shared", { name: value.name, others: value.others });
    if (value.is === "not-known")
      return change("notKnown", { kind: value.kind === "" ? "none" : t(`providerKind.${value.kind}`) });
    const { is, key } = value;
    if (is === "category" && isOneOf(SERVICE_CATEGORIES, key)) return t(`category.${key}`);
    if (is === "status" && isOneOf(SERVICE_STATUSES, key)) return t(`status.${key}`);
    if (is === "place-kind" && isOneOf(PLACE_KINDS, key)) return t(`claim.placeKind.${key}`);
    if (is === "legal-form" && isOneOf(LEGAL_FORMS, key)) return t(`providerKind.${key}`);
    if (is === "owner-class" && isOneOf(OWNER_CLASSES, key)) return t(`claim.ownerClass.${key}`);
    if (is === "registration" && isOneOf(REPORTED_FORMS, key)) return forms(key);
    if (is === "provider-kind" && isOneOf(PROVIDER_KINDS, key)) return t(`providerKind.${key}`);
    if (is === "company-status" && isOneOf(COMPANY_STATUSES, key))
      return t(`claim.companyStatus.${key}`, { date: "none" });
    if (is === "contract-type" && isOneOf(CONTRACT_TYPES, key)) return t(`claim.contractType.${key}`);
    if (is === "award-route" && isOneOf(AWARD_ROUTES, key)) return t(`claim.awardRoute.${key}`);
    if (is === "new-name") return change("lines.newIs", { name: key });
    if (is === "dropped") return change("lines.droppedIs", { name: key });
    if (is === "source-kind" && isOneOf(SOURCE_KINDS, key)) return t(`claim.sourceKind.${key}`);
    if (is === "naming") return naming(key === "named" ? "named" : "notNamed");
    if (is === "mapped") return change(isOneOf(MAPPED_ANSWERS, key) ? `mapped.${key}` : "mapped.not-asked");
    if (is === "proof" && isOneOf(NOT_OUTSOURCED_PROOFS, key)) return proofs(key);
    return key;
  };
}

/** What our map has at a place, in a line: "GP practice at Mill Surgery, run by Okapi Ltd since 20 September 2017". */
export function useServiceOnMap(): (one: {
  name: string;
  provider: string | null;
  since: string | null;
}) => string {
  const t = useTranslations("reports.change");
  const inWords = useDates();
  return ({ name, provider, since }) =>
    t("onMap", {
      name,
      provider: provider ?? "none",
      since: since === null ? "none" : inWords(since),
    });
}
