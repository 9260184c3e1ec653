import type { TemplateKind } from '@yugong/domain/notice';

/** `switched-off`: the owner wants no messages of this mini-program at all. */
export type Agreed = 'agreed' | 'declined' | 'switched-off' | 'failed';

/** One of the operator's templates, by what it is for. */
export interface MessageTemplate {
  kind: TemplateKind;
  /** As it is named in the operator's console. */
  id: string;
}
