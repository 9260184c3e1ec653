/** What the service says when it doesn't do as asked (RFC 9457), or what is known when it says nothing. */
import * as v from 'valibot';

const Problem = v.object({
  /** For the user, in Chinese. */
  title: v.string(),
  status: v.number(),
  code: v.string(),
  retryable: v.boolean(),
  requestId: v.optional(v.string(), ''),
  errors: v.optional(v.array(v.object({ pointer: v.string(), code: v.string() })), []),
});
export type ServiceProblem = v.InferOutput<typeof Problem>;

/** Too slow, too many, or the service itself: the same request may do better later. */
const mayPass = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429;

/** The problem of an answer; a gateway's page or an empty body becomes one by its status. */
export function asProblem(status: number, data: unknown): ServiceProblem {
  const parsed = v.safeParse(Problem, data);
  if (parsed.success) return parsed.output;
  const retryable = mayPass(status);
  const title = retryable ? '服务器暂时没有响应，请稍后再试' : '提交未成功，请更新后重试';
  return { title, status, code: `http-${status}`, retryable, requestId: '', errors: [] };
}

/** What an app answers itself that was built without a service's address: final, so that nothing waits for one. */
export const noService: ServiceProblem = {
  title: '还没有配置服务',
  status: 501,
  code: 'no-service',
  retryable: false,
  requestId: '',
  errors: [],
};

/** JSON where it is, else the text as it stands; platforms that parsed already are taken at their word. */
export function parseBody(text: unknown): unknown {
  if (typeof text !== 'string') return text ?? null;
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A header whatever its capitals, which WeChat keeps as sent. */
export function headerOf(header: Record<string, unknown> | undefined, name: string): string | undefined {
  const found = Object.entries(header ?? {}).find(([other]) => other.toLowerCase() === name);
  return found === undefined ? undefined : String(found[1]);
}
