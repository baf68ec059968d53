import { codeOfProblem } from "@/domain/field-problem";
import { nameAreasOf } from "@/server/areas/name-areas-at";
import { getDb } from "@/server/database";
import { problemOfPoint } from "@/server/look-up/problem-of-point";
import { locateAddress } from "@/server/reports/publishing/locate-address";

/** The areas that a pin lies in, for whoever is putting one on the map of a report. Nothing of it is kept or logged. */
export async function GET(request: Request): Promise<Response> {
  const point = (new URL(request.url).searchParams.get("point") ?? "").slice(0, 200);
  const problem = point === "" ? "point-shape" : problemOfPoint(point);
  const answer = problem
    ? { areas: [], problem: codeOfProblem(problem) }
    : await nameAreas(point).then((areas) => ({ areas, problem: null }));
  return Response.json(answer, { headers: { "Cache-Control": "private, no-store" } });
}

async function nameAreas(point: string) {
  const { address } = await locateAddress({ lines: "", town: "", postcode: "", point });
  return nameAreasOf(getDb(), address);
}
