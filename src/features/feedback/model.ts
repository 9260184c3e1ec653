/** What `npm run generate` made for the form: the operator's promise, and the districts that a complaint can be about. */
import { bundleOf } from '@/platform/content-feed/bundle-of';
import generated from './generated/feedback.json';

interface FeedbackBundle {
  /** Within how many working days the operator answers. */
  answerWithin: number;
  /** Null where nobody answers in WeChat's 客服. */
  customerService: { hours: string } | null;
  districts: readonly { adcode: string; title: string }[];
}

export const { answerWithin, customerService, districts } = bundleOf<FeedbackBundle>(generated);
