/** The thread that reads one newsletter: it parses the text, compares it with what is published, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { caseCategories } from '@yugong/content/schema';
import { slugOf } from '@yugong/content/slug';
import { compareNewsletter, parseNewsletter, type Existing } from '@yugong/domain/newsletter';
import { giveWay } from '../../kernel/thread';
import type { ComparedNewsletter, NewsletterJob } from './newsletters';

function readNewsletter({ text, issueDate, districts, ownCategories, existing }: NewsletterJob): ComparedNewsletter {
  const newsletter = parseNewsletter(text, { issueDate, categories: caseCategories, ownCategories, districts });
  const published: Existing = JSON.parse(existing);
  return { newsletter, comparison: compareNewsletter(newsletter, published, slugOf) };
}

/** Characters of an answer: what an editor can look through is a hundredth of it. */
const MAX_ANSWER = 8_000_000;

/** A text that is shared within this thread is copied for each mention on its way out: some texts would fill the memory. */
function isBearable(answer: ComparedNewsletter): boolean {
  try {
    return JSON.stringify(answer).length <= MAX_ANSWER;
  } catch {
    return false;
  }
}

giveWay();
const { job }: { job: NewsletterJob } = workerData;
const answer = readNewsletter(job);
parentPort?.postMessage(isBearable(answer) ? answer : null);
