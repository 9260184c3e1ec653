/**
 * Every closed list of words in every answer that a phone can be given: a released app has to read an answer with a
 * word that it doesn't know (docs/adr/0025-evolution-of-the-wire.md).
 */
import { collections } from '@yugong/content/schema';
import { FedStation } from '@yugong/content/station-feed';
import { allOperations } from '../../server/src/api';
import { startService, type TestService } from './support/service';

/** The parts of valibot's schemas that are looked at here. */
interface Shape {
  type: string;
  entries?: Record<string, Shape>;
  item?: Shape;
  wrapped?: Shape;
  value?: Shape;
  options?: readonly unknown[];
  pipe?: readonly { type: string; metadata?: Record<string, unknown> }[];
}

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && 'type' in value;

/** Paths of the lists of words that state no fallback and stand neither where a value may be missing nor in a list. */
function closedWords(shape: Shape, at: string, mayMiss = false): string[] {
  if (shape.type === 'picklist') {
    const hasFallback = shape.pipe?.some(({ metadata }) => metadata !== undefined && 'unknownWord' in metadata);
    return hasFallback || mayMiss ? [] : [at];
  }
  return [
    ...Object.entries(shape.entries ?? {}).flatMap(([key, entry]) => closedWords(entry, `${at}.${key}`)),
    ...(shape.item ? closedWords(shape.item, `${at}[]`, shape.item.type === 'picklist') : []),
    ...(shape.wrapped ? closedWords(shape.wrapped, at, true) : []),
    ...(shape.value ? closedWords(shape.value, `${at}{}`) : []),
    ...(/^(union|variant)$/.test(shape.type) ? (shape.options ?? []) : [])
      .filter(isShape)
      .flatMap((option) => closedWords(option, at, mayMiss)),
  ];
}

/** Where a record with an unknown word is left out of its list instead, and what is right about that. */
const LEFT_OUT: Record<string, string> = {
  'programmes[].consents[].purpose': 'nobody can be asked for a consent whose text the app does not have',
  'programmes[].family.consents[].purpose': 'nobody can be asked for a consent whose text the app does not have',
  'programmes[].rules.conditions[].wanted': 'a condition that says that it cannot be checked takes its place',
  'registrations[].history[].what': 'a step that cannot be named',
  'registrations[].history[].by': 'a step whose author cannot be named',
  'history[].what': 'a step that cannot be named',
  'history[].by': 'a step whose author cannot be named',
  'consents[].purpose': 'a consent that the app does not know how to withdraw',
  'templates[].kind': 'a message that the app does not know when to ask for',
};

/** The same of the records of content, which travel as they are and are read by their collection's schema. */
const RECORDS_LEFT_OUT: Record<string, string> = {
  'cases.category': 'a case of a category that has no name in the app',
  'districts.kind': 'the districts that a phone knows are those of its bundle',
  'districts.status': 'the districts that a phone knows are those of its bundle',
  'law-facts.topic': 'a rule that stands under no heading that the app has',
  'local-wages.kind': 'a figure of which the app cannot say what it is, and by which it must not reckon',
  'statistics.topic': 'a figure that stands under no heading that the app has',
  'screening-programmes.rules.conditions[].wanted': 'a condition that says that it cannot be checked takes its place',
  'screening-programmes.consents[].purpose': 'nobody can be asked for a consent whose text the app does not have',
};

/** Answers that only repeat a word that the app has sent, or that is in their address. */
const REPEATED = new Set([
  'GET /api/v1/legal-aid/consent consent.purpose',
  'POST /api/v1/stations/{id}/reports kind',
  'POST /api/v1/me/consents/{purpose}/withdraw purpose',
]);

describe('the answers that phones are given', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startService();
  });
  afterAll(() => test.close());

  it('state a fallback for every word that may become another, or leave its record out', () => {
    const found = allOperations(test.service)
      .filter(({ path }) => !path.startsWith('/api/v1/staff'))
      .flatMap(({ method, path, answers }) =>
        Object.entries(answers).flatMap(([status, { schema }]) =>
          Number(status) < 300 && schema
            ? closedWords(schema, '').map((at) => ({ operation: `${method} ${path}`, at: at.replace(/^\./, '') }))
            : [],
        ),
      )
      .filter(({ operation, at }) => !(at in LEFT_OUT) && !REPEATED.has(`${operation} ${at}`));
    expect(found).toEqual([]);
  });
});

it('gives records of content a fallback for every word that may become another, or leaves them out', () => {
  const schemas = [...Object.entries(collections), ['stations', FedStation] as const];
  const found = schemas.flatMap(([name, schema]) => closedWords(schema, name));
  expect(found.filter((at) => !(at in RECORDS_LEFT_OUT))).toEqual([]);
  // What is listed above is there: a list that outlives its reason would hide the next one.
  expect(Object.keys(RECORDS_LEFT_OUT).filter((at) => !found.includes(at))).toEqual([]);
});
