/**
 * Newsletters read off the serving thread, once for each text and dataset. A long one takes seconds, in which every
 * other request would wait; and an editor who corrects one entry after the other has the same text read each time.
 */
import { ownCategoriesOf, type CollectionName, type Dataset } from '@yugong/content/schema';
import type { Comparison, Existing, KnownDistrict, Newsletter } from '@yugong/domain/newsletter';
import { ApiProblem } from '../../kernel/problem';
import { openThread } from '../../kernel/thread';

/** What travels to `newsletter-worker.ts`, the thread that reads one newsletter. */
export interface NewsletterJob {
  text: string;
  /** The day of issue, `YYYY-MM-DD`; null where the editor didn't say. */
  issueDate: string | null;
  districts: readonly KnownDistrict[];
  /** Categories of published cases that the national lists don't have. */
  ownCategories: readonly string[];
  /** The published records as JSON; of collections that a newsletter isn't compared with, the ids suffice. */
  existing: string;
}

/** What comes back. */
export interface ComparedNewsletter {
  newsletter: Newsletter;
  comparison: Comparison;
}

/** Newsletters that stay read: as many as editors have open on one day. */
const MAX_REMEMBERED = 8;
/** A text of 2 MB with everything that is published beside it. */
const LIMITS = { maxOldGenerationSizeMb: 512 };
/** Milliseconds that reading one may take: others wait for the same thread. */
const TIMEOUT = 30_000;

const comparedCollections: readonly CollectionName[] = ['cases', 'news', 'events'];

interface Remembered {
  dataset: Dataset;
  compared: Promise<ComparedNewsletter>;
}

const remembered = new Map<string, Remembered>();
/** One thread at a time, so that several editors don't take the whole machine. */
let previous: Promise<unknown> = Promise.resolve();

const jobOf = (text: string, issueDate: string | null, dataset: Dataset): NewsletterJob => ({
  text,
  issueDate,
  districts: dataset.districts,
  ownCategories: ownCategoriesOf(dataset.cases),
  existing: existingIn(dataset),
});

/** As text, made once a dataset: a thread is given it in no time, and what it says is cloned there. */
const existingTexts = new WeakMap<Dataset, string>();

function existingIn(dataset: Dataset): string {
  const known = existingTexts.get(dataset);
  if (known !== undefined) return known;
  const existing: Existing = {
    // New ids are kept apart from those of every collection.
    ...Object.fromEntries(
      Object.entries(dataset)
        .filter(([name]) => !comparedCollections.some((one) => one === name))
        .map(([name, records]) => [name, records.map(({ id }) => ({ id }))]),
    ),
    cases: dataset.cases,
    news: dataset.news,
    events: dataset.events,
  };
  const text = JSON.stringify(existing);
  existingTexts.set(dataset, text);
  return text;
}

const runThread = (job: NewsletterJob): Promise<ComparedNewsletter> =>
  new Promise((resolve, reject) => {
    const thread = openThread({ folder: __dirname, name: 'newsletter-worker' }, { job }, LIMITS);
    const refuse = (): void => reject(new ApiProblem('too-large'));
    const late = setTimeout(() => {
      refuse();
      void thread.terminate();
    }, TIMEOUT);
    thread.once('message', (answer: ComparedNewsletter | null) => (answer ? resolve(answer) : refuse()));
    // Out of memory ends the thread, and it says so here.
    thread.once('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse();
      else reject(error);
    });
    thread.once('exit', () => {
      clearTimeout(late);
      reject(new Error('the thread ended without an answer'));
    });
  });

/**
 * A newsletter, parsed and compared with what is published.
 *
 * @param issueDate the day of issue, `YYYY-MM-DD`; null where the editor didn't say
 * @param dataset what is published; the same object as long as nothing changed
 * @throws ApiProblem `too-large` where reading it takes more memory or time than a newsletter may
 */
export function comparedNewsletter(
  text: string,
  issueDate: string | null,
  dataset: Dataset,
): Promise<ComparedNewsletter> {
  const key = `${issueDate ?? ''}\n${text}`;
  const known = remembered.get(key);
  if (known?.dataset === dataset) return known.compared;
  const compared = previous.then(() => runThread(jobOf(text, issueDate, dataset)));
  previous = compared.catch(() => {
    if (remembered.get(key)?.compared === compared) remembered.delete(key);
  });
  remembered.delete(key);
  remembered.set(key, { dataset, compared });
  for (const oldest of [...remembered.keys()].slice(0, -MAX_REMEMBERED)) remembered.delete(oldest);
  return compared;
}
