import { answerCsv } from "@/app/api/v1/lists/answer-csv";

/** Public records change at any time. */
export const dynamic = "force-dynamic";

type Params = { params: Promise<{ kind: string; slug: string }> };

/** The services of an area's page as CSV. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { kind, slug } = await params;
  return answerCsv(request, { kind, slug }, `${kind}-${slug}`);
}
