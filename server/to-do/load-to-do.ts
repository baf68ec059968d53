import type { Db } from "@/db/client";
import { findArea, listAreasOfKinds } from "@/db/queries/areas";
import { listPlacesToAnswer } from "@/db/queries/place-answers";
import { listServicesInArea } from "@/db/queries/services";
import { countTasksOf, listTakenTasks } from "@/db/queries/taken-tasks";
import { listContractsEnding, listOwnersNotKnown, listPlacesIn, type RecordToDo } from "@/db/queries/to-do";
import { type AnyActor, hasRole } from "@/domain/actor";
import { COVERED_KINDS } from "@/domain/areas/coverage";
import { ukToday } from "@/domain/dates/partial-date";
import { NotAllowedError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { answerForPlace, type PlaceAnswer } from "@/domain/pages/place-answer";
import { isApproximate } from "@/domain/places/place";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";
import {
  ASKED_BY_TASK,
  confirmedSince,
  endsBy,
  inOrder,
  isBefore,
  TASK_AREA_KINDS,
  TASK_KINDS,
  type Task,
  type TaskKind,
} from "@/domain/to-do/task";
import { operatorsToday } from "@/server/pages/operators-today";
import { pagesOfClinics } from "@/server/registers/load-clinic-leads";

export type ToDoArea = { kind: string; slug: string; name: string };

export type ToDoPage = {
  /** Councils to choose from, by name. */
  councils: ToDoArea[];
  /** Null where none was chosen, or there is no such area today. */
  area: ToDoArea | null;
  groups: { kind: TaskKind; tasks: Task[] }[];
  /** Of the places that a register lists there: how many have an answer. */
  places: { known: number; answered: number };
  /** How many the reader looks at now, anywhere. */
  own: number;
};

/**
 * What is left to find out in an area, and who looks at it.
 * @param asked such as "council/carlisle"
 * @throws NotAllowedError for visitors: a list of things to look at is no publication.
 */
export async function loadToDo(
  db: Db,
  actor: AnyActor,
  asked: string,
  now: Date = new Date(),
): Promise<ToDoPage> {
  if (actor.kind !== "campaigner" || !hasRole(actor, "campaigner")) throw new NotAllowedError("sign-in");
  return findToDo(db, actor.id, asked, now);
}

/** The same for an account; for nobody, where somebody's session ran out while they answered. */
export async function findToDo(db: Db, actorId: string | null, asked: string, now: Date): Promise<ToDoPage> {
  const today = ukToday(now);
  const [kind = "", slug = ""] = asked.split("/");
  const [councils, found, own] = await Promise.all([
    listAreasOfKinds(db, ["council"]),
    isOneOf(TASK_AREA_KINDS, kind) ? findArea(db, kind, slug) : undefined,
    actorId === null ? 0 : countTasksOf(db, actorId, now),
  ]);
  const page = {
    councils: councils.map((council) => ({ kind: council.kind, slug: council.slug, name: council.nameEn })),
    own,
  };
  if (!found) return { ...page, area: null, groups: [], places: { known: 0, answered: 0 } };
  const { tasks, places } = await tasksOf(db, found.id, today);
  const taken = await listTakenTasks(
    db,
    tasks.map(({ recordId }) => recordId),
    now,
  );
  const byKey = new Map(taken.map((row) => [`${row.kind} ${row.recordId}`, row]));
  const withTaken = tasks.map((task): Task => {
    const row = byKey.get(`${task.kind} ${task.recordId}`);
    return {
      ...task,
      taken: row
        ? { isOwn: row.campaignerId === actorId, until: row.until.toISOString().slice(0, 10) }
        : null,
    };
  });
  return {
    ...page,
    area: { kind: found.kind, slug: found.slug, name: found.nameEn },
    places,
    groups: TASK_KINDS.flatMap((group) => {
      const ofKind = inOrder(withTaken.filter((task) => task.kind === group));
      return ofKind.length > 0 ? [{ kind: group, tasks: ofKind }] : [];
    }),
  };
}

type Found = Omit<Task, "taken">;

async function tasksOf(
  db: Db,
  areaId: string,
  today: string,
): Promise<{ tasks: Found[]; places: ToDoPage["places"] }> {
  const [answered, listed, owners] = await Promise.all([
    answersIn(db, areaId, today),
    listServicesInArea(db, areaId, today),
    listOwnersNotKnown(db, areaId),
  ]);
  const running = listed.filter((service) => service.status === "operating" && isRunning(service));
  const named = running.flatMap(({ slug, name, ...service }) =>
    slug !== null && name !== null ? [{ ...service, slug, name }] : [],
  );
  const townOf = ({ place }: (typeof named)[number]) => ({
    town: place?.town ?? "",
    postcode: place?.postcode ?? "",
  });
  const whereOf = new Map(named.map((service) => [service.slug, townOf(service)]));
  const ending = await listContractsEnding(
    db,
    named.map(({ id }) => id),
    { from: today, to: endsBy(today) },
  );
  const isByTown = ({ position }: (typeof named)[number]) =>
    position !== null && isApproximate(position.precision);
  const byTown = named.filter(isByTown).flatMap(({ placeId }) => placeId ?? []);
  const pages = await pagesOfClinics(db, byTown);
  const places = answered.flatMap(({ place, answer }): Found[] => {
    const kind = taskOfAnswer(answer);
    const on = "checkedOn" in answer ? answer.checkedOn : null;
    const doubts = answer.key === "registered" ? answer.registered.doubts : [];
    return kind ? [{ ...pageOf("place", place, kind), on, doubts }] : [];
  });
  const services = named.flatMap((service): Found[] => {
    const page = (of: TaskKind) => pageOf("service", { ...service, ...townOf(service) }, of);
    const { provider, isProviderHidden, lastConfirmedOn, placeId } = service;
    const look = placeId === null ? null : (pages.get(placeId) ?? null);
    const isOld = lastConfirmedOn !== null && isBefore(lastConfirmedOn, confirmedSince(today));
    return [
      ...(provider === null && !isProviderHidden ? [{ ...page("no-provider"), on: null }] : []),
      ...(isOld ? [{ ...page("not-confirmed"), on: lastConfirmedOn }] : []),
      ...(isByTown(service) && service.place
        ? [
            {
              ...page("place-not-exact"),
              reports: reportsOf("place", service.place.slug, "place-not-exact"),
              on: null,
              look,
            },
          ]
        : []),
    ];
  });
  return {
    tasks: [
      ...places,
      ...owners.map((owner): Found => ({ ...pageOf("provider", owner, "owner-not-known"), on: null })),
      ...services,
      ...ending.map(
        (contract): Found => ({
          ...pageOf("service", { ...contract, ...whereOf.get(contract.slug) }, "contract-ends"),
          on: contract.endsOn,
        }),
      ),
    ],
    places: {
      known: answered.length,
      answered: answered.filter(({ answer }) => taskOfAnswer(answer) !== "place-not-checked").length,
    },
  };
}

async function answersIn(db: Db, areaId: string, today: string) {
  const places = await listPlacesIn(db, areaId, COVERED_KINDS);
  const toAnswer = await listPlacesToAnswer(
    db,
    places.map(({ slug }) => slug),
  );
  const operators = await operatorsToday(db, toAnswer);
  const bySlug = new Map(places.map((place) => [place.slug, place]));
  return toAnswer.flatMap(({ slug, operator: _, ...facts }) => {
    const place = bySlug.get(slug);
    if (!place || !facts.isListed) return []; // of one that is over nobody has to find out anything
    const operator = operators.get(slug) ?? null;
    return [{ place, answer: answerForPlace({ ...facts, operator, today }, DEFAULT_DEFINITION) }];
  });
}

/** What a place's answer leaves to do; who is registered there is an answer, a doubtful registration is none. */
function taskOfAnswer(answer: PlaceAnswer): "place-not-checked" | "check-due" | null {
  if (answer.key === "not-looked" || answer.key === "unclear") return "place-not-checked";
  if (answer.key === "registered" && answer.registered.kind === "doubt") return "place-not-checked";
  if ((answer.key === "not-outsourced" || answer.key === "check-outsourced") && answer.isDue)
    return "check-due";
  return null;
}

type EntryToDo = RecordToDo & { town?: string; postcode?: string };

function pageOf<Kind extends TaskKind>(
  type: "place" | "provider" | "service",
  { id, slug, name, town = "", postcode = "" }: EntryToDo,
  kind: Kind,
) {
  return {
    recordId: id,
    kind,
    name,
    where: [town, postcode].filter(Boolean).join(", "),
    look: null,
    doubts: [],
    path: `/${type}s/${slug}`,
    reports: reportsOf(type, slug, kind),
  };
}

function reportsOf(type: "place" | "provider" | "service", slug: string, kind: TaskKind): Task["reports"] {
  return ASKED_BY_TASK[kind].map(({ answer, asked }) => ({
    answer,
    path: `/reports/change?${new URLSearchParams({ [type]: slug, ...asked })}`,
  }));
}
