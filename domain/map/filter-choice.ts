import type { CountedFilter } from "@/domain/map/mask-pins";

/** One value of a filter: its words, how many services it would leave, and under which heading it stands. */
export type FilterChoice = { value: string; label: string; count: number; group?: string };
export type FilterChoices = Record<CountedFilter, readonly FilterChoice[]>;
