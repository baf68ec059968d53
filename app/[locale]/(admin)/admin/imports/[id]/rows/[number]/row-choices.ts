import { CONTRACT_TYPES } from "@/domain/contracts/contract";
import {
  readCategory,
  readContractType,
  readPlaceKind,
  readProviderKind,
  readStatus,
} from "@/domain/imports/closed-words";
import type { ColumnMapping, ImportColumn } from "@/domain/imports/columns";
import { ROW_PROVIDER_KINDS, ROW_STATUSES } from "@/domain/imports/row";
import { PLACE_KINDS } from "@/domain/places/place";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import type importsEn from "@/messages/en/imports.json";
import type servicesEn from "@/messages/en/services.json";

type Option = { value: string; label: string };
type Choices = { options: Partial<Record<ImportColumn, Option[]>>; cells: string[] };

/**
 * The answers that there are for the columns with a closed list. A cell that means one of them chooses it, whatever word
 * the file has for it; one that means none is kept as it stands, and can be chosen again.
 */
export function rowChoices(
  raw: readonly string[],
  mapping: ColumnMapping,
  services: typeof servicesEn,
  words: (typeof importsEn)["row"],
): Choices {
  const kinds = { ...services.providerKind, "not-known": words.notKnown };
  const lists = [
    ["category", SERVICE_CATEGORIES.map(labelled(services.category)), readCategory],
    ["place-kind", PLACE_KINDS.map(labelled(services.claim.placeKind)), readPlaceKind],
    ["provider-kind", ROW_PROVIDER_KINDS.map(labelled(kinds)), readProviderKind],
    ["contract-type", CONTRACT_TYPES.map(labelled(services.claim.contractType)), readContractType],
    ["status", ROW_STATUSES.map(labelled(services.status)), readStatus],
  ] as const;
  const choices: Choices = { options: {}, cells: [...raw] };
  for (const [column, members, read] of lists) {
    const at = mapping[column];
    const cell = at === undefined ? "" : (raw[at] ?? "").trim();
    const member = cell === "" ? "" : read(cell);
    const asWritten = { value: cell, label: words.asWritten.replace("{cell}", cell) };
    choices.options[column] = [
      { value: "", label: words.notSaid },
      ...(member === null ? [asWritten] : []),
      ...members,
    ];
    if (at !== undefined && member) choices.cells[at] = member;
  }
  return choices;
}

function labelled<T extends string>(labels: Readonly<Record<T, string>>) {
  return (value: T): Option => ({ value, label: labels[value] });
}
