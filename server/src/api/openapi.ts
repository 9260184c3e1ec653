/** The API's description, OpenAPI 3.1, from the same schemas that check what comes in. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { problems, type ProblemCode } from '@yugong/domain/problem';
import { collections } from '@yugong/content/schema';
import type { Operation } from '../kernel/operation';

type Json = Record<string, unknown>;

/** `typeMode` input: what a client sends, before it is tidied. Checks that JSON Schema cannot say are left out. */
const schemaOf = (schema: GenericSchema, typeMode: 'input' | 'output'): Json => {
  const described = toJsonSchema(schema, { typeMode, errorMode: 'ignore', target: 'draft-2020-12' }) as Json;
  // Said once for the whole document.
  delete described.$schema;
  return described;
};

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'retryable', 'requestId', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: '给用户看的中文' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    retryable: { type: 'boolean' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code'],
        properties: { pointer: { type: 'string' }, code: { type: 'string' } },
      },
    },
    current: { description: 'stale：seen 应该是这个，说明看过的已经变了' },
  },
};

/** Problems that any operation can have: an address that cannot be read, a query it doesn't know. */
const ALWAYS: ProblemCode[] = ['internal', 'stopping', 'bad-request', 'invalid'];
/** Those of a write, even one that takes no body: something may be sent all the same. */
const WRITING: ProblemCode[] = [
  'too-large',
  'unsupported-media-type',
  'idempotency-key-missing',
  'too-many-requests',
  'unavailable',
];

function problemAnswers(operation: Operation): Json {
  const codes = new Set<ProblemCode>([
    ...operation.problems,
    ...ALWAYS,
    ...(operation.params ? (['not-found'] as const) : []),
    ...(operation.method === 'GET' ? [] : WRITING),
  ]);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, all]) => [
      String(status),
      {
        description: all.map((code) => `${code}：${problems[code].title}`).join('\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function parameters({ params, paramExamples, query, method, auth }: Operation): Json[] {
  const of = (schema: GenericSchema | undefined, place: 'path' | 'query'): Json[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, one]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: name === 'collection' ? { ...one, enum: Object.keys(collections) } : one,
      ...(paramExamples?.[name] ? { example: paramExamples[name] } : {}),
    }));
  };
  const key: Json = {
    name: 'Idempotency-Key',
    in: 'header',
    required: auth === 'account' || auth === 'staff',
    description: '每次操作一个新的，重试时用原来的',
    schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
    example: 'a3f1c2d4-0001',
  };
  return [...of(params, 'path'), ...of(query, 'query'), ...(method === 'GET' ? [] : [key])];
}

function securityOf({ auth }: Operation): Json[] {
  if (auth === 'none' || auth === 'staff-login') return [];
  if (auth === 'link') return [{ link: [] }];
  return auth === 'staff' ? [{ staff: [] }, { staffCookie: [] }] : [{ bearer: [] }];
}

const describe = (operation: Operation): Json => ({
  operationId: operation.id,
  summary: operation.summary,
  tags: [operation.tag],
  security: securityOf(operation),
  parameters: parameters(operation),
  ...(operation.body
    ? {
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                ...schemaOf(operation.body, 'input'),
                ...(operation.moreExamples ? { examples: operation.moreExamples } : {}),
              },
              example: operation.example,
            },
          },
        },
      }
    : {}),
  responses: {
    ...Object.fromEntries(
      Object.entries(operation.answers).map(([status, { description, schema, mediaType }]) => [
        status,
        {
          description,
          ...(schema ? { content: { 'application/json': { schema: schemaOf(schema, 'output') } } } : {}),
          ...(mediaType ? { content: { [mediaType]: { schema: { type: 'string' } } } } : {}),
        },
      ]),
    ),
    ...problemAnswers(operation),
  },
});

export function openApi(operations: Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const one of operations.filter(({ hidden }) => !hidden)) {
    paths[one.path] = { ...paths[one.path], [one.method.toLowerCase()]: describe(one) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '渝工随行',
      version: '1.0.0',
      description: '报名、求助、驿站反馈和内容。出错时一律是 RFC 9457 的 problem+json。',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        staff: { type: 'http', scheme: 'bearer', description: '管理台登录时要 keep: bearer 得到的' },
        link: { type: 'http', scheme: 'bearer', description: '现场核对的链接里 # 后面的那一段' },
        staffCookie: { type: 'apiKey', in: 'cookie', name: 'yugong_staff' },
      },
      schemas: { Problem: problemSchema },
    },
  };
}
