import { answerCsv } from "@/app/api/v1/lists/answer-csv";

/** Public records change at any time. */
export const dynamic = "force-dynamic";

type Params = { params: Promise<{ slug: string }> };

/** The services of an organisation's page, and of its group, as CSV. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params;
  return answerCsv(request, { provider: slug }, slug);
}
