/** The thread that reads one newsletter: it parses the text, compares it with what is published, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { caseCategories } from '@yugong/content/schema';
import { slugOf } from '@yugong/content/slug';
import { compareNewsletter, parseNewsletter } from '@yugong/domain/newsletter';
import type { ComparedNewsletter, NewsletterJob } from './newsletters';

function readNewsletter({ text, issueDate, districts, existing }: NewsletterJob): ComparedNewsletter {
  const newsletter = parseNewsletter(text, { issueDate, categories: caseCategories, districts });
  return { newsletter, comparison: compareNewsletter(newsletter, existing, slugOf) };
}

const { job }: { job: NewsletterJob } = workerData;
parentPort?.postMessage(readNewsletter(job));
