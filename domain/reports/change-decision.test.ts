import { describe, expect, test } from "vitest";
import { applyChangeDecisions } from "@/domain/reports/change-decision";
import { decidedParts, partsOfChange } from "@/domain/reports/change-parts";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { readDecisionForm } from "@/domain/reports/decision-form";
import type { FieldDecision } from "@/domain/reports/field-decision";

const ID = "0b3cf0c1-5a3e-4d0e-9a52-5a6d6c8a1f10";
const OTHER = "1b3cf0c1-5a3e-4d0e-9a52-5a6d6c8a1f11";
const source = (number: number) => ({
  kind: "news" as const,
  title: `Article ${number}`,
  publisher: "Paper",
  url: "",
  publishedOn: "2024",
  says: "Says so.",
});
const sent = { v: 1 as const, sources: [source(1), source(2)], note: "For you only." };
const onService = { ...sent, kind: "change" as const, serviceId: ID };
const newProvider: ChangeProposal = {
  ...onService,
  change: "new-provider",
  on: "2024-04",
  providerName: "Gazelle Ltd",
  providerKind: "company",
};
const moved: ChangeProposal = {
  ...onService,
  change: "moved",
  on: "2024",
  placeId: ID,
  placeName: "Antelope House",
  addressLines: "",
  town: "",
  postcode: "",
};
const ended: ChangeProposal = { ...onService, change: "ended", on: "2024" };
const wrong: ChangeProposal = {
  ...sent,
  kind: "correction",
  recordType: "service",
  recordId: ID,
  field: "started-on",
  proposed: "2024",
};
const address: ChangeProposal = {
  ...sent,
  kind: "correction",
  recordType: "place",
  recordId: ID,
  field: "address",
  proposed: { addressLines: "1 High Street", town: "Carlisle", postcode: "" },
};
const dropped: ChangeProposal = {
  ...sent,
  kind: "correction",
  recordType: "service",
  recordId: ID,
  field: "contract-dropped",
  lineId: OTHER,
  proposed: "dropped",
};
const contract: ChangeProposal = {
  ...dropped,
  field: "contract",
  proposed: {
    contractType: "apms",
    noticeReference: "2024/S 1",
    covers: "",
    contractStartsOn: "2024-04-01",
    contractEndsOn: "",
    valuePounds: "",
  },
};
const stillThere: ChangeProposal = { ...sent, kind: "still-there", serviceId: ID };
const sameAs: ChangeProposal = { kind: "same-as", v: 1, serviceId: ID, otherId: OTHER, note: "" };
const checked: ChangeProposal = {
  ...sent,
  kind: "not-outsourced",
  placeId: ID,
  mapped: "other",
  checkedOn: "2026-11-20",
  proof: "regulator",
};
const ALL = { newProvider, moved, ended, wrong, address, dropped, contract, stillThere, sameAs, checked };

const decide = (given: Partial<FieldDecision> & Pick<FieldDecision, "field">): FieldDecision => ({
  verdict: given.changedTo ? "change" : "accept",
  comment: "",
  changedTo: null,
  ...given,
});

describe("what would be done to an entry", () => {
  test.each(Object.entries(ALL))("is what was sent where every part is accepted: %s", (_, proposal) => {
    const decisions = partsOfChange(proposal).map((field) => decide({ field }));
    expect(applyChangeDecisions(proposal, decisions)).toEqual({ ok: true, proposal });
    expect(applyChangeDecisions(proposal, [])).toEqual({ ok: true, proposal });
  });

  test.each<[string, ChangeProposal, FieldDecision, object]>([
    [
      "another name",
      newProvider,
      decide({ field: "provider", changedTo: { providerName: "Okapi Ltd", providerKind: "" } }),
      { providerName: "Okapi Ltd", providerKind: "" },
    ],
    ["no day", newProvider, decide({ field: "changed-on", verdict: "refuse" }), { on: "" }],
    [
      "a day as people write it",
      ended,
      decide({ field: "changed-on", changedTo: { on: "April 2023" } }),
      { on: "2023-04" },
    ],
    [
      "a place of its own in place of ours",
      moved,
      decide({ field: "place", changedTo: { placeId: null, placeName: "Zebra Hall", town: "York" } }),
      { placeId: null, placeName: "Zebra Hall", town: "York" },
    ],
    [
      "another value",
      wrong,
      decide({ field: "value", changedTo: { proposed: "1 May 2023" } }),
      { proposed: "2023-05-01" },
    ],
    [
      "a part of an address",
      address,
      decide({ field: "value", changedTo: { postcode: "CA2 7HY" } }),
      { proposed: { addressLines: "1 High Street", town: "Carlisle", postcode: "CA2 7HY" } },
    ],
    [
      "a part of a contract left out",
      contract,
      decide({ field: "value", changedTo: { noticeReference: "" } }),
      { proposed: { contractType: "apms", noticeReference: "", contractStartsOn: "2024-04-01" } },
    ],
    [
      "another day of a check",
      checked,
      decide({ field: "check", changedTo: { checkedOn: "2026-11-19" } }),
      { checkedOn: "2026-11-19", mapped: "other" },
    ],
    [
      "one source of two, with another title",
      stillThere,
      decide({ field: "sources", changedTo: { leaveOut: [0], edits: [{ index: 1, title: "Better" }] } }),
      { sources: [{ ...source(2), title: "Better" }] },
    ],
  ])("has %s", (_, proposal, decision, expected) => {
    const result = applyChangeDecisions(proposal, [decision]);
    expect(result).toMatchObject({ ok: true, proposal: { ...expected, note: proposal.note } });
  });

  test("is about the entry that its moderator chose, and at the place that they chose", () => {
    expect(applyChangeDecisions(sameAs, [], { other: ID })).toMatchObject({ proposal: { otherId: ID } });
    const there = { placeId: OTHER, placeName: "Ours", addressLines: "", town: "York", postcode: "" };
    const chosen = decide({ field: "place", changedTo: { placeId: OTHER } });
    expect(applyChangeDecisions(moved, [chosen], there)).toMatchObject({ proposal: there });
  });

  test.each<[string, ChangeProposal, FieldDecision, Record<string, string>]>([
    ["asked about", wrong, decide({ field: "value", verdict: "ask" }), { value: "ask-is-request-changes" }],
    ["no part of it", ended, decide({ field: "category" }), { category: "change-invalid" }],
    ["no day", ended, decide({ field: "changed-on", changedTo: { on: "soon" } }), { "changed-on": "date" }],
    [
      "no name",
      newProvider,
      decide({ field: "provider", changedTo: { providerName: "" } }),
      { provider: "provider-or-not-known" },
    ],
    [
      "nowhere",
      moved,
      decide({ field: "place", changedTo: { placeId: null } }),
      { place: "postcode-or-town" },
    ],
    [
      "an address of no town",
      address,
      decide({ field: "value", changedTo: { town: "" } }),
      { value: "postcode-or-town" },
    ],
    [
      "no entry of ours",
      sameAs,
      decide({ field: "same-as", changedTo: { other: "" } }),
      { "same-as": "other-needed" },
    ],
    [
      "without a source",
      stillThere,
      decide({ field: "sources", changedTo: { leaveOut: [0, 1] } }),
      { sources: "source-required" },
    ],
  ])("is nothing where a part is %s", (_, proposal, decision, fields) => {
    expect(applyChangeDecisions(proposal, [decision])).toEqual({ ok: false, fields });
  });

  test("is nothing without what it is about: only the day of a change can be left out", () => {
    const refused = Object.entries(ALL).flatMap(([name, proposal]) =>
      partsOfChange(proposal)
        .filter((field) => applyChangeDecisions(proposal, [decide({ field, verdict: "refuse" })]).ok)
        .map((field) => `${name}.${field}`),
    );
    expect(refused).toEqual(["newProvider.changed-on", "moved.changed-on", "ended.changed-on"]);
  });
});

describe("the form of a report about an entry", () => {
  test.each(Object.entries(ALL))("sent as it was drawn changes nothing: %s", (_, proposal) => {
    const { parts, values } = decidedParts(proposal);
    const form = new FormData();
    form.append("parts", parts.map(({ part }) => part).join(" "));
    for (const { part, inputs } of parts) {
      form.append(`verdict.${part}`, "accept");
      for (const name of inputs) {
        form.append(`was.${name}`, values[name] ?? "");
        form.append(`change.${name}`, values[name] ?? "");
      }
    }
    const { fields } = readDecisionForm(form);
    expect(fields.map(({ field }) => field).toSorted()).toEqual(partsOfChange(proposal).toSorted());
    expect(applyChangeDecisions(proposal, fields)).toEqual({ ok: true, proposal });
    // And each input of it that is rewritten is what is published, whatever was chosen beside it.
    for (const { part, inputs } of parts)
      for (const name of inputs) {
        form.set(`change.${name}`, "Rewritten");
        const written = readDecisionForm(form).fields.find(({ field }) => field === part);
        expect(written).toMatchObject({ verdict: "change", changedTo: { [name]: "Rewritten" } });
        form.set(`change.${name}`, values[name] ?? "");
      }
  });
});
