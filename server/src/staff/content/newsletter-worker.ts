/** The thread that reads one newsletter: it parses the text, compares it with what is published, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { caseCategories } from '@yugong/content/schema';
import { slugOf } from '@yugong/content/slug';
import {
  compareNewsletter,
  parseNewsletter,
  type Comparison,
  type KnownDistrict,
  type Existing,
  type Newsletter,
} from '@yugong/domain/newsletter';

/** What travels to the thread. */
export interface NewsletterJob {
  text: string;
  /** The day of issue, `YYYY-MM-DD`; null where the editor didn't say. */
  issueDate: string | null;
  districts: readonly KnownDistrict[];
  /** The published records; of collections that a newsletter isn't compared with, the ids suffice. */
  existing: Existing;
}

/** What comes back. */
export interface ComparedNewsletter {
  newsletter: Newsletter;
  comparison: Comparison;
}

function readNewsletter({ text, issueDate, districts, existing }: NewsletterJob): ComparedNewsletter {
  const newsletter = parseNewsletter(text, { issueDate, categories: caseCategories, districts });
  return { newsletter, comparison: compareNewsletter(newsletter, existing, slugOf) };
}

const { job }: { job: NewsletterJob } = workerData;
parentPort?.postMessage(readNewsletter(job));
